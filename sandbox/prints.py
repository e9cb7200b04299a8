"""Read what a program prints, count it up to the cap, and keep both ends of each stretch of it."""

import os
from dataclasses import dataclass

#: What a small case prints fits in; the C library maps and unmaps a larger buffer each time.
_CHUNK = 64 * 1024
#: Of a stretch longer than what is kept of its beginning, as many bytes of its end are kept too.
END_BYTES = 16 * 1024


@dataclass(frozen=True, slots=True)
class Printed:
    """What a program printed meanwhile: the first and the last bytes, and how many there were."""

    first: bytes = b""
    last: bytes = b""
    total: int = 0


class Prints:
    """The reading end of stdout and stderr together. Never waits for end of file."""

    def __init__(self, descriptor: int, *, cap_bytes: int, kept_bytes: int) -> None:
        self.descriptor = descriptor
        self.ended = False
        self.total = 0
        self.first = bytearray()
        self._last = bytearray()
        self._cap = cap_bytes
        self._room = kept_bytes
        self._taken = 0

    def drain(self) -> bool:
        """Read what is available; return True if the cap is exceeded."""
        while not self.ended:
            try:
                chunk = os.read(self.descriptor, _CHUNK)
            except BlockingIOError:
                break
            self.ended = not chunk
            self.total += len(chunk)
            room = max(self._room - len(self.first), 0)
            self.first += chunk[:room]
            self._last += chunk[max(room, len(chunk) - END_BYTES) :]
            del self._last[:-END_BYTES]
            if self.over:
                return True
        return False

    @property
    def over(self) -> bool:
        """Whether all that was printed is over the cap."""
        return self.total > self._cap

    def take(self) -> Printed:
        """Return what came since the last call of this method; the next stretch begins."""
        taken = Printed(bytes(self.first), bytes(self._last), self.total - self._taken)
        self._taken = self.total
        self.first.clear()
        self._last.clear()
        return taken
