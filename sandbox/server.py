"""The fork server: a small prepared interpreter from which every program is forked.

The docstring of `sandbox` explains how it works together with wardens and programs.
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
from sandbox.config import JAIL_ID, STATUS, Config, send, send_failure
from sandbox.errors import SandboxError
from sandbox.policy import Tier, data_place, module_place
from sandbox.warden import guard

#: The pid of a program in its namespace, where the warden is process 1.
PROGRAM_PID = 2
#: The stack of threads; only the main thread has a large one.
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
            os._exit(0)  # the judge has gone
        config = Config(values, runner)
        _prepare(config)
    except Exception as error:  # noqa: BLE001 - any error must reach the judge
        send_failure(control, error, "prepare the fork server")
        os._exit(3)
    send(
        control,
        serving=os.getpid(),
        files=config.files,
        lacking=config.lacking,
        version=getattr(runner, "VERSION", None),
    )
    _serve(config, control)


def _warm_up(runner: ModuleType) -> None:
    """Do what is the same for every policy, while the judge prepares the configuration."""
    # Linux only: other systems have limits only. An error here recurs later and is reported.
    if hasattr(os, "pidfd_open"):
        with contextlib.suppress(Exception):
            # Everything that programs need: the root contains no package to import.
            from sandbox import bpf, filters, landlock, mounts, namespaces  # noqa: F401, PLC0415

            # Cached here for every program.
            filters.strict_code(PROGRAM_PID, witnessed=True, pairs=True)
    # First-use lookups and specialisation are then done for every program.
    runner.warm_up()


def _receive_configuration(control: socket.socket) -> dict[str, Any] | None:
    """Return the configuration; None if the judge has gone before sending it."""
    received = b""
    wanted = 4
    while len(received) < wanted:
        # Not a byte more: the next message carries descriptors.
        chunk = control.recv(wanted - len(received))
        if not chunk:
            return None
        received += chunk
        if len(received) == 4:
            wanted += int.from_bytes(received, "big")
    values: dict[str, Any] = json.loads(received[4:])
    return values


def _prepare(config: Config) -> None:
    # Whoever started the judge may have blocked signals, which is inherited (signal(7)): the warden
    # would not hear that its program has ended.
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    config.lacking = list(config.runner.preload(config.modules, **config.options) or ())
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
    # A generation that the collector never touches keeps forked pages shared. Few cycles are
    # garbage yet, and to look for them takes as long as to fork a program.
    gc.freeze()
    gc.enable()


def _shown(config: Config) -> dict[str, str]:
    """Return the paths of the host that programs may read, by the place in their root."""
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
    if config.policy.data_dir is not None:
        config.data_names = tuple(os.listdir(config.policy.data_dir))
    if os.geteuid() == 0:
        namespaces.unshare("unshare mounts", namespaces.NEWNS)
        mounts.enter(root)
        os.setgroups([])
        os.setresgid(JAIL_ID, JAIL_ID, JAIL_ID)
        os.setresuid(JAIL_ID, JAIL_ID, JAIL_ID)
        config.identity = (JAIL_ID, JAIL_ID)
        # The change of uid made us undumpable, so that root owns /proc/self/uid_map.
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
    """Exit after the last warden: without a parent that reaps them, wardens stay zombies."""
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
    """Fork a warden, which becomes the parent of the program; returns only in the server."""
    try:
        pid = _clone(config)
    except SandboxError as error:
        with socket.socket(fileno=os.dup(descriptors[STATUS])) as status:
            send_failure(status, error)
        return
    if pid:
        return
    control.close()
    status = socket.socket(fileno=descriptors[STATUS])
    try:
        guard(config, descriptors, status)
    except OSError as error:
        send_failure(status, SandboxError("start a program", str(error), error.errno))
    except Exception as error:  # noqa: BLE001 - any error must reach the judge
        send_failure(status, error, "start a program")
    os._exit(3)


def _clone(config: Config) -> int:
    if config.policy.tier is not Tier.FULL:
        try:
            return os.fork()
        except OSError as error:
            raise SandboxError("start a program", errno=error.errno) from None
    from sandbox import namespaces, syscalls  # noqa: PLC0415 - Linux only

    return syscalls.clone_process(namespaces.PER_PROGRAM | namespaces.SIGCHLD)
