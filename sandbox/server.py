"""The fork server: a small prepared interpreter from which every program is forked.

`sandbox` tells how it works together with wardens and programs.
"""

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import struct
from types import ModuleType
from typing import Any, NoReturn

from sandbox import file_argument, identity
from sandbox.config import JAIL_ID, STATUS, Config, tell, tell_failure
from sandbox.errors import SandboxError
from sandbox.policy import Tier, data_place, module_place
from sandbox.warden import guard

#: A program's pid in a namespace of its own, where the warden is process 1.
PROGRAM_PID = 2
#: Threads get ordinary stacks; only the main thread has the big one.
THREAD_STACK_BYTES = 16 * 1024 * 1024


def main(descriptor: int, guest: str) -> NoReturn:
    """Serve the package `guest` until the judge closes the control socket. Never returns."""
    control = socket.socket(fileno=descriptor)
    # Folders of the root are made by root and entered by the programs' user: whatever umask the
    # judge was started with (systemd's UMask=0077, say) must not decide who may enter them.
    os.umask(0o022)
    try:
        runner = importlib.import_module(f"{guest}.runner")
        _warm_up(runner)
        values = _receive_configuration(control)
        if values is None:
            os._exit(0)  # nothing is wanted any more
        config = Config(values, runner)
        _prepare(config)
    except Exception as error:  # noqa: BLE001 - whatever broke must reach the judge as words
        tell_failure(control, error, "prepare the fork server")
        os._exit(3)
    tell(control, serving=os.getpid(), files=config.files)
    _serve(config, control)


def _warm_up(runner: ModuleType) -> None:
    """Do what is the same for every policy, while the judge makes up its configuration."""
    # Not on the limits-only road of another system; what fails here, fails again where it is told.
    if hasattr(os, "pidfd_open"):
        with contextlib.suppress(Exception):
            # All that a program will need: inside the root there is no package to import.
            from sandbox import bpf, filters, landlock, mounts, namespaces  # noqa: F401, PLC0415

            # Made once here, and found ready by every program.
            filters.strict_code(PROGRAM_PID, witnessed=True)
    # What is looked up and specialised on first use is then so for every program.
    runner.warm_up()


def _receive_configuration(control: socket.socket) -> dict[str, Any] | None:
    """Return what is to be served; None where the judge has gone before it said so."""
    received = b""
    wanted = 4
    while len(received) < wanted:
        # No byte more: what follows carries descriptors.
        chunk = control.recv(wanted - len(received))
        if not chunk:
            return None
        received += chunk
        if len(received) == 4:
            wanted += int.from_bytes(received, "big")
    values: dict[str, Any] = json.loads(received[4:])
    return values


def _prepare(config: Config) -> None:
    config.runner.preload(config.modules)
    _thread_stacks()
    shown = _shown(config)
    if config.linux:
        from sandbox import filters, mounts  # noqa: PLC0415 - Linux only

        config.readable = mounts.plan(shown).places
        filters.witness_code(config.policy.memory_bytes)
    if config.policy.tier is Tier.FULL:
        _enter_root(config, shown)
    elif config.policy.own_file:
        config.files = file_argument.make_folder(JAIL_ID if identity.lowers() else None)
    # One generation that the collector never touches keeps forked pages shared.
    gc.collect()
    gc.freeze()


def _shown(config: Config) -> dict[str, str]:
    """Return what the host shows to programs, by the place where they find it."""
    tier = config.policy.tier
    shown = {module_place(tier, name, path): path for name, path in config.modules.items()}
    place = data_place(config.policy)
    if place is not None and config.policy.data_dir is not None:
        shown[place] = config.policy.data_dir
    return shown


def _thread_stacks() -> None:
    import threading  # noqa: PLC0415 - already loaded by the runner

    threading.stack_size(THREAD_STACK_BYTES)


def _enter_root(config: Config, shown: dict[str, str]) -> None:
    from sandbox import mounts, namespaces, syscalls  # noqa: PLC0415 - Linux only

    config.proc = os.open("/proc", os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    root = mounts.plan(shown)
    if os.geteuid() == 0:
        namespaces.unshare("unshare mounts", namespaces.NEWNS)
        mounts.enter(root)
        os.setgroups([])
        os.setresgid(JAIL_ID, JAIL_ID, JAIL_ID)
        os.setresuid(JAIL_ID, JAIL_ID, JAIL_ID)
        config.identity = (JAIL_ID, JAIL_ID)
        # A change of uid made us undumpable, and /proc/self/uid_map root's.
        syscalls.prctl("be dumpable", syscalls.PR_SET_DUMPABLE, 1)
        return
    uid, gid = os.getuid(), os.getgid()
    namespaces.unshare("unshare user and mounts", namespaces.NEWUSER | namespaces.NEWNS)
    try:
        namespaces.map_own_identity(config.proc, uid, gid)
    except OSError as error:
        raise SandboxError("map identity", errno=error.errno) from None
    mounts.enter(root)


def _serve(config: Config, control: socket.socket) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # wardens are reaped by the kernel
    while True:
        try:
            data, descriptors = _receive(control)
        except OSError:
            _leave(config)
        if not data or len(descriptors) != 4:
            _leave(config)
        _spawn(config, control, descriptors)
        for descriptor in descriptors:
            os.close(descriptor)


def _leave(config: Config) -> NoReturn:
    """End when the last warden has: where nobody adopts orphans they would stay as zombies."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    if config.files is not None:
        file_argument.remove_folder(config.files)
    os._exit(0)


def _receive(control: socket.socket) -> tuple[bytes, list[int]]:
    size = 4 * struct.calcsize("i")
    data, ancillary, _flags, _address = control.recvmsg(1, socket.CMSG_SPACE(size))
    for level, kind, payload in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            return data, list(struct.unpack(f"{len(payload) // 4}i", payload))
    return data, []


def _spawn(config: Config, control: socket.socket, descriptors: list[int]) -> None:
    """Fork a warden, which becomes the parent of the program; return in the server alone."""
    try:
        pid = _clone(config)
    except SandboxError as error:
        with socket.socket(fileno=os.dup(descriptors[STATUS])) as status:
            tell_failure(status, error)
        return
    if pid:
        return
    control.close()
    status = socket.socket(fileno=descriptors[STATUS])
    try:
        guard(config, descriptors, status)
    except OSError as error:
        tell_failure(status, SandboxError("start a program", str(error), error.errno))
    except Exception as error:  # noqa: BLE001 - whatever broke must reach the judge as words
        tell_failure(status, error, "start a program")
    os._exit(3)


def _clone(config: Config) -> int:
    if config.policy.tier is not Tier.FULL:
        return os.fork()
    from sandbox import namespaces, syscalls  # noqa: PLC0415 - Linux only

    return syscalls.clone_process(namespaces.PER_PROGRAM | namespaces.SIGCHLD)
