"""The history of this machine's user: a file of events, and the texts that they name.

A line is appended by one write under a lock, so that two processes and a kill in the middle leave
whole lines. Nothing here stands between a person and a verdict: a history that cannot be read or
written is told once, in one line, and counts as empty.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import stat
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from judge.cache import read_own_file, write_atomically
from judge.practice.event import Event, EventError, document_of, event_of
from judge.practice.glance import FILE, MOST_BYTES
from judge.settings import MET_FOLDER

#: How each line begins, as `Event.line` writes it.
BEGINNING = b'{"v":'
TEXT_BYTES = 16 * 1024 * 1024
#: Seconds to wait for another process, which holds the lock for less than a millisecond.
LOCK_SECONDS = 0.5
#: zlib's window size plus the 16 that asks for gzip's frame.
GZIP = 31


class Events(Protocol):
    """What keeps one person's events: a file here, a table on a server for many."""

    def append(self, event: Event, *texts: bytes) -> bool:
        """Keep an event, and the texts that it names, unless its id is known; say if it is kept."""

    def read(self, problem: str | None = None, source: str | None = None) -> list[Event]:
        """Return the events in order of their moments, each id once.

        Those of a problem, and of a text by its SHA-256, where these are named.
        """

    def text(self, digest: str) -> bytes | None:
        """Return a text by its SHA-256; None where it is not kept."""

    @property
    def met_dir(self) -> Path | None:
        """The folder of the inputs met before; None where none are kept."""


class History:
    """The events in a folder. `tell` is given one line for people where something is wrong.

    It is given one in all: a person who waits for a verdict reads no list of what else is lost.
    """

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self.path = folder / FILE
        self._sources = folder / "sources"
        self._tell = tell
        self._told = False

    @property
    def met_dir(self) -> Path:
        """The folder of the inputs met before."""
        return self.path.parent / MET_FOLDER

    def append(self, event: Event, *texts: bytes) -> bool:
        """Keep an event and the texts that it names; return whether it is kept.

        It is not asked whether the id is known: reading takes an id once.
        """
        return self.extend([event], texts)

    def extend(self, events: Iterable[Event], texts: Iterable[bytes] = ()) -> bool:
        """Keep events, by one write, and the texts that they name; return whether they are kept."""
        return self.extend_lines((event.line() for event in events), texts)

    def extend_lines(self, lines: Iterable[bytes], texts: Iterable[bytes] = ()) -> bool:
        """Keep lines of events, of a newer judge too, as `extend` keeps events."""
        data = b"".join(line.rstrip(b"\n") + b"\n" for line in lines)
        try:
            # The texts first: an event never names one that is not there.
            for text in texts:
                self._keep_text(text)
            if not self._looks_sound():
                self.read("")  # puts it aside if it holds no event, and tells
            with self._locked() as descriptor:
                _append(descriptor, data)
        except (OSError, ValueError) as error:
            self._say(f"this is not recorded: {_reason(error)} ({self.path})")
            return False
        return True

    def read(self, problem: str | None = None, source: str | None = None) -> list[Event]:
        """Return the events in order of their moments, each id once, as `Events` has it.

        Lines of a newer judge and broken ones are skipped. A file without any event is put aside.
        """
        # Of six weeks one problem's lines are few, and to parse the others takes milliseconds.
        names = [json.dumps(one).encode("ascii") for one in (problem, source) if one is not None]
        data = self._data()
        events: dict[str, Event] = {}
        for line in _lines_with(data, names):
            event = _event(line)
            if event is None or problem not in (None, event.problem):
                continue
            if source in (None, event.source):
                events.setdefault(event.id, event)
        torn = data[data.rfind(b"\n") + 1 :]
        if not events and data.strip() and not any(map(_is_whole, data.split(b"\n"))):
            self._put_aside()
        elif torn and not _is_whole(torn):
            self._say(f"the last line of {self.path} is broken and was skipped")
        return sorted(events.values(), key=lambda one: one.at)

    def lines(self) -> list[bytes]:
        """Return the lines of events in the order of the file, those of a newer judge too."""
        whole = filter(_is_whole, self._data().split(b"\n"))
        return list({_key(line): line for line in [*whole][::-1]}.values())[::-1]

    def _data(self) -> bytes:
        try:
            return read_own_file(self.path, MOST_BYTES)
        except FileNotFoundError:
            return b""
        except (OSError, ValueError) as error:
            self._say(f"the history cannot be read: {_reason(error)} ({self.path})")
            return b""

    def text(self, digest: str) -> bytes | None:
        """Return a text by its SHA-256; None where it is not kept whole."""
        if not _is_digest(digest):
            return None
        try:
            packed = read_own_file(self._text_path(digest), TEXT_BYTES)
            reader = zlib.decompressobj(GZIP)
            found = reader.decompress(packed, TEXT_BYTES)
        except (OSError, ValueError, zlib.error):
            return None
        return found if digest_of(found) == digest else None

    def has_text(self, digest: str) -> bool:
        """Whether a text is kept, and so may be named by an event."""
        return self._text_path(digest).exists()

    def _keep_text(self, text: bytes) -> None:
        path = self._text_path(digest_of(text))
        if not path.exists():
            packer = zlib.compressobj(wbits=GZIP)
            write_atomically(path, packer.compress(text) + packer.flush())

    def _text_path(self, digest: str) -> Path:
        return self._sources / f"{digest}.gz"

    @contextlib.contextmanager
    def _locked(self) -> Iterator[int]:
        """Give the file, opened and locked: the one that has the name, not one just put aside."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC
        while True:
            descriptor = os.open(self.path, flags, 0o600)
            try:
                facts = os.fstat(descriptor)
                if not stat.S_ISREG(facts.st_mode):
                    raise ValueError("it is not a file")
                if facts.st_uid not in {0, os.geteuid()}:
                    raise ValueError("it is another user's file")
                _lock(descriptor)
                if self._is_named(facts):
                    yield descriptor
                    return
            finally:
                os.close(descriptor)

    def _looks_sound(self) -> bool:
        """Whether the file begins as an event does and ends as a line does, or is none yet."""
        try:
            descriptor = os.open(self.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError:
            return True  # to write to it tells why
        try:
            size = os.fstat(descriptor).st_size
            first = os.pread(descriptor, len(BEGINNING), 0)
            return not size or (first == BEGINNING and os.pread(descriptor, 1, size - 1) == b"\n")
        except OSError:
            return True
        finally:
            os.close(descriptor)

    def _is_named(self, facts: os.stat_result) -> bool:
        try:
            now = self.path.stat()
        except FileNotFoundError:
            return False
        return (now.st_dev, now.st_ino) == (facts.st_dev, facts.st_ino)

    def _put_aside(self) -> None:
        """Rename a file that holds no event, unless another process has just begun a new one."""
        aside = self._free_name()
        try:
            with self._locked():
                lines = read_own_file(self.path, MOST_BYTES).split(b"\n")
                if not any(lines) or any(map(_is_whole, lines)):
                    return
                self.path.rename(aside)
        except (OSError, ValueError) as error:
            self._say(f"{self.path} holds no history and stays where it is: {_reason(error)}")
        else:
            self._say(f"{self.path} held no history: it is {aside.name} now, and a new one begins")

    def _free_name(self) -> Path:
        date = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        names = (f"history.corrupt-{date}{more}" for more in ("", *map("-{}".format, range(2, 99))))
        paths = map(self.path.with_name, names)
        return next((path for path in paths if not path.exists()), self.path.with_name(FILE))

    def _say(self, line: str) -> None:
        if not self._told:
            self._told = True
            self._tell(line)


def digest_of(text: bytes) -> str:
    """Return the name by which an event names a text: its SHA-256 in hexadecimal digits."""
    return hashlib.sha256(text).hexdigest()


def _lines_with(data: bytes, names: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the lines that hold all names; the last name, looked for first, is the rarest."""
    if not names:
        yield from data.split(b"\n")
        return
    at = data.find(names[-1])
    while at >= 0:
        end = data.find(b"\n", at) % (len(data) + 1)  # of the last line, which may be torn, -1
        line = data[data.rfind(b"\n", 0, at) + 1 : end]
        if all(name in line for name in names):
            yield line
        at = data.find(names[-1], end)


def _event(line: bytes) -> Event | None:
    """Return the event of a line; None where there is none that this judge can read."""
    try:
        # As a text: of bytes json would first guess the encoding.
        return event_of(document_of(line.decode())) if line else None
    except (ValueError, RecursionError, EventError):
        return None


def _is_whole(line: bytes) -> bool:
    """Whether a line is an event, of this judge or of a newer one."""
    try:
        event_of(json.loads(line))
    except (ValueError, RecursionError, EventError):
        return False
    return True


def _key(line: bytes) -> str | bytes:
    """Return the id of an event's line; the line itself where a newer judge names it otherwise."""
    found = json.loads(line).get("id")
    return found if isinstance(found, str) else line


def _append(descriptor: int, lines: bytes) -> None:
    """Write lines at the end of a locked file, all of them or none."""
    size = os.fstat(descriptor).st_size
    if size and os.pread(descriptor, 1, size - 1) != b"\n":
        lines = b"\n" + lines  # a line that a crash of the machine tore stays alone
    try:
        written = os.write(descriptor, lines)
        if written < len(lines):
            raise OSError(28, os.strerror(28))  # ENOSPC: the disk took a part
    except BaseException:  # an interrupt too: it may come between a part of a write and the rest
        with contextlib.suppress(OSError):
            if os.fstat(descriptor).st_size < size + len(lines):
                os.ftruncate(descriptor, size)
        raise


def _lock(descriptor: int) -> None:
    until = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise TimeoutError("another process has locked it") from None
            time.sleep(0.005)


def _is_digest(text: str) -> bool:
    return len(text) == 64 and all(letter in "0123456789abcdef" for letter in text)


def _reason(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
