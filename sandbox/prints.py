"""Read what a program prints, count it up to the cap, and keep the beginning."""

import os

_CHUNK = 1 << 20


class Prints:
    """The reading end of stdout and stderr together. Never waits for end of file."""

    def __init__(self, descriptor: int, *, cap_bytes: int, kept_bytes: int) -> None:
        self.descriptor = descriptor
        self.ended = False
        self.total = 0
        self.kept = bytearray()
        self._cap = cap_bytes
        self._room = kept_bytes
        self._shown = 0

    def drain(self) -> bool:
        """Read what is available; return True if the cap is exceeded."""
        while not self.ended:
            try:
                chunk = os.read(self.descriptor, _CHUNK)
            except BlockingIOError:
                break
            self.ended = not chunk
            self.total += len(chunk)
            self.kept += chunk[: max(self._room - len(self.kept), 0)]
            if self.total > self._cap:
                return True
        return False

    def take(self) -> bytes:
        """Return what was kept since the last call of this method."""
        new, self._shown = bytes(self.kept[self._shown :]), len(self.kept)
        return new
