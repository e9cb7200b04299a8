"""The supervisor's half of the witness filter: answer system calls and record violations."""

import errno
import os
import posixpath
import select
import struct
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox import notices

_AF_UNIX = 1
_AT_FDCWD = 0xFFFFFF9C
_PATH_BYTES = 4096
_UNLOCKED = struct.pack("=h", 2)  # F_UNLCK
_SHOWN_BYTES = 80
#: Writing here is not a violation: the scratch, and devices. Without a scratch the kernel refuses
#: it, which an honest program cannot know.
_TOLERATED = ("/tmp", "/var/tmp", "/usr/tmp", "/dev")  # noqa: S108 - only compared, nothing is made there


class Witness:
    """Records what a program tried. `listener` is None in tiers without a witness.

    `before_mapping` is called while the first large file waits to be mapped.
    """

    def __init__(
        self, listener: int | None, before_mapping: Callable[[], object] = lambda: None
    ) -> None:
        self.listener = listener
        self.violations: list[str] = []
        self.refused_bytes = 0
        #: Whether a large file was mapped: its pages are then resident, and no memory of its own.
        self.maps_files = False
        self._before_mapping = before_mapping
        self._wrote = False

    def answer(self) -> bool:
        """Answer one waiting call; return False if no more can come."""
        from sandbox import filters, notices  # noqa: PLC0415 - Linux only, as the listener is

        listener = self.listener
        if listener is None:
            return False
        notice = notices.receive(listener)
        if notice is None:
            return not _hung_up(listener)
        if notice.name in filters.WRITING:
            self._answer_writing(listener, notice)
            return True
        act = filters.FORBIDDEN.get(notice.name)
        if act is not None:
            if not _is_local_socket(notice.name, notice.arguments[0]):
                self._record(act)
            notices.refuse(listener, notice, errno.EPERM)
            return True
        if notice.name == "fcntl":
            self._answer_lock(listener, notice)
            return True
        if notice.name == "mmap" and filters.maps_file(notice.arguments):
            self._before_mapping()
            self.maps_files = True
            notices.proceed(listener, notice)
            return True
        # The requested size is argument 1 of mmap and 2 of mremap.
        size = notice.arguments[1 if notice.name == "mmap" else 2]
        self.refused_bytes = max(self.refused_bytes, size)
        notices.refuse(listener, notice, errno.ENOMEM)
        return True

    def _answer_writing(self, listener: int, notice: "notices.Notice") -> None:
        """Refuse and record a write outside the scratch; let any other proceed."""
        from sandbox import filters, notices  # noqa: PLC0415 - Linux only, as the listener is

        for folder, pointer in filters.WRITING[notice.name]:
            if folder is not None and notice.arguments[folder] & 0xFFFFFFFF != _AT_FDCWD:
                continue  # the path of an open folder is not known here
            path = _text_at(notice.thread, notice.arguments[pointer])
            if path is None or not outside(path) or not notices.waits(listener, notice):
                continue
            if not self._wrote:
                self._record(f"writing outside the scratch, {path[:_SHOWN_BYTES]!a}")
            self._wrote = True
            notices.refuse(listener, notice, errno.EROFS)
            return
        notices.proceed(listener, notice)

    def _answer_lock(self, listener: int, notice: "notices.Notice") -> None:
        """Say that no lock is in the way: no other process has files of this program's.

        Writes where the program asked for the answer, in its own memory: l_type of struct flock.
        """
        from sandbox import notices  # noqa: PLC0415 - Linux only, as the listener is

        try:
            descriptor = os.open(f"/proc/{notice.thread}/mem", os.O_WRONLY | os.O_CLOEXEC)
        except OSError:
            notices.refuse(listener, notice, errno.EPERM)
            return
        try:
            if notices.waits(listener, notice):
                os.pwrite(descriptor, _UNLOCKED, notice.arguments[2])
        except (OSError, OverflowError):
            notices.refuse(listener, notice, errno.EFAULT)
        else:
            notices.succeed(listener, notice)
        finally:
            os.close(descriptor)

    def _record(self, act: str) -> None:
        if act not in self.violations:
            self.violations.append(act)


def outside(path: str) -> bool:
    """Whether a path leads out of the scratch, the working folder, which has no links."""
    whole = posixpath.normpath(posixpath.join(_TOLERATED[0], path))
    return not any(whole == place or whole.startswith(f"{place}/") for place in _TOLERATED)


def _text_at(thread: int, address: int) -> str | None:
    """Return the NUL-terminated text in a thread's memory; None if it cannot be read."""
    try:
        descriptor = os.open(f"/proc/{thread}/mem", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        # Not beyond the end of a page unless needed: the next one may be unmapped.
        held = os.pread(descriptor, _PATH_BYTES - address % _PATH_BYTES, address)
        if b"\0" not in held:
            held += os.pread(descriptor, _PATH_BYTES, address + len(held))
    except (OSError, OverflowError):
        return None
    finally:
        os.close(descriptor)
    return os.fsdecode(held.partition(b"\0")[0])


def _is_local_socket(name: str, family: int) -> bool:
    """Whether a call opens a socket that cannot reach a network.

    The C library opens one in honest calls (pwd, syslog) and copes with a refusal.
    """
    return name == "socket" and family & 0xFFFFFFFF == _AF_UNIX


def _hung_up(listener: int) -> bool:
    poll = select.poll()
    poll.register(listener, select.POLLIN)
    return any(event & select.POLLHUP for _, event in poll.poll(0))
