"""The warden: the first process of a program's own namespaces, and the program's parent.

It maps its identity, mounts the scratch, takes the data files out of the root and forks the
program. Then it waits, shows the data files that the judge names, reports how the program ended,
and kills it if the judge goes away.
"""

import contextlib
import os
import select
import signal
import socket
import sys
from typing import Any, NoReturn

from sandbox import file_argument, identity
from sandbox.config import JAIL_ID, SHOW, STATUS, Config, send, send_failure
from sandbox.errors import SandboxError
from sandbox.inside import become_program
from sandbox.policy import Tier, data_place


def guard(config: Config, descriptors: list[int], status: socket.socket) -> NoReturn:
    """Run as the warden: set up the namespaces, fork the program, wait for its end."""
    wake_read, wake_write = os.pipe()
    os.set_blocking(wake_write, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake_write, warn_on_full_buffer=False)
    _lower(config)
    if config.files is not None:
        config.file = file_argument.make_file(config.files)
    if config.linux:
        from sandbox import syscalls  # noqa: PLC0415 - Linux only

        syscalls.prctl("warden: die with parent", syscalls.PR_SET_PDEATHSIG, signal.SIGKILL)
    if config.policy.tier is Tier.FULL:
        _surround(config)
    pid = os.fork()
    if pid == 0:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        become_program(config, descriptors, status)
    for descriptor in descriptors[:STATUS]:
        os.close(descriptor)
    if config.linux:
        pidfd = os.pidfd_open(pid)
        send(status, [pidfd], pid=pid)
        os.close(pidfd)
    else:
        send(status, pid=pid)
    _wait(config, pid, wake_read, status)
    file_argument.remove_file(config.file)
    os._exit(0)


def _show(config: Config, name: str, status: socket.socket) -> None:
    """Mount a data file where the program finds it, and say so."""
    from sandbox import mounts  # noqa: PLC0415 - Linux only

    place = data_place(config.policy)
    try:
        if place is None or name not in config.data:
            raise SandboxError("show a data file", f"there is no {name!r} to show")
        mounts.put_file(place, name, config.data.pop(name))
    except (SandboxError, OSError) as error:
        send_failure(status, error, "show a data file")
    else:
        send(status, shown=name)


def _lower(config: Config) -> None:
    """Drop root in tiers without namespaces, where `kill(-1)` would kill the whole host."""
    if config.policy.tier is not Tier.FULL and identity.lowers():
        os.setgroups([])
        os.setgid(JAIL_ID)
        os.setuid(JAIL_ID)


def _surround(config: Config) -> None:
    from sandbox import mounts, namespaces  # noqa: PLC0415 - Linux only

    try:
        namespaces.map_own_identity(config.proc, *config.identity)
    except OSError as error:
        raise SandboxError("map identity of a program", errno=error.errno) from None
    os.close(config.proc)
    mounts.mount_scratch(config.policy.scratch_bytes)
    place = data_place(config.policy)
    if place is not None:
        config.data = mounts.take_files(place, config.data_names)
    socket.sethostname("sandbox")


def _wait(config: Config, pid: int, wake_read: int, status: socket.socket) -> None:
    """Wait for the program and report how it ended, or kill it once the judge has gone.

    A byte from the judge is a signal to pass on, or `SHOW`: a data file is to be shown, whose name
    follows after its length.
    """
    ended = 0
    usage: Any = None
    while True:
        readable, _, _ = select.select([wake_read, status.fileno()], [], [])
        if status.fileno() in readable:
            number = status.recv(1)
            if number == bytes([SHOW]):
                length = status.recv(1)[0]
                _show(config, status.recv(length, socket.MSG_WAITALL).decode(), status)
                continue
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number[0] if number else signal.SIGKILL)
            if number:
                continue
            os.waitpid(pid, 0)
            return
        os.read(wake_read, 512)
        found, ended, usage = os.wait4(pid, os.WNOHANG)
        if found:
            break
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there
    with contextlib.suppress(OSError):
        send(
            status,
            ended=ended,
            cpu=usage.ru_utime + usage.ru_stime,
            resident=usage.ru_maxrss * unit,
        )
