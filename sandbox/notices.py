"""Answer system calls that the witness filter asks about.

Facts: seccomp_unotify(2), linux/seccomp.h.
"""

import fcntl
import struct
from dataclasses import dataclass

from sandbox import syscalls

_RECV = 0xC0502100  # _IOWR('!', 0, struct seccomp_notif)
_SEND = 0xC0182101  # _IOWR('!', 1, struct seccomp_notif_resp)
_ID_VALID = 0x40082102  # _IOW('!', 2, __u64)
_CONTINUE = 1  # SECCOMP_USER_NOTIF_FLAG_CONTINUE, Linux 5.5
_NOTICE = struct.Struct("=QIIiIQ6Q")
_ANSWER = struct.Struct("=QqiI")
_NAMES = {number: name for name, number in syscalls.NUMBERS.items()}


@dataclass(frozen=True, slots=True)
class Notice:
    """A system call that waits for an answer. `thread` is the caller's pid in our namespace."""

    id: int
    thread: int
    name: str
    arguments: tuple[int, ...]


def receive(listener: int) -> Notice | None:
    """Read one notice; None if its thread has died meanwhile."""
    buffer = bytearray(_NOTICE.size)
    try:
        fcntl.ioctl(listener, _RECV, buffer)
    except OSError:
        return None
    identity, thread, _flags, number, _arch, _ip, *arguments = _NOTICE.unpack(buffer)
    return Notice(identity, thread, _NAMES.get(number, str(number)), tuple(arguments))


def waits(listener: int, notice: Notice) -> bool:
    """Whether a notice still waits; if not, the pid of its thread may have been reused."""
    try:
        fcntl.ioctl(listener, _ID_VALID, struct.pack("=Q", notice.id))
    except OSError:
        return False
    return True


def refuse(listener: int, notice: Notice, errno: int) -> None:
    """Make the call fail with an errno."""
    _answer(listener, _ANSWER.pack(notice.id, 0, -errno, 0))


def succeed(listener: int, notice: Notice) -> None:
    """Make the call return 0 without being made."""
    _answer(listener, _ANSWER.pack(notice.id, 0, 0, 0))


def proceed(listener: int, notice: Notice) -> None:
    """Let the call proceed, subject to the other filter and the rest of the isolation.

    Never a decision about safety: memory behind its pointers may have changed since it was read.
    """
    _answer(listener, _ANSWER.pack(notice.id, 0, 0, _CONTINUE))


def _answer(listener: int, answer: bytes) -> None:
    try:
        fcntl.ioctl(listener, _SEND, bytearray(answer))
    except OSError:
        return  # its thread has died
