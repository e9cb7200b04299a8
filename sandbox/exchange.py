"""One request in progress: the bytes left to send, and the one frame that answers it."""

from sandbox import frames
from sandbox.outcome import Ending

SHORT = 64 * 1024
LONG = 1024 * 1024


class Exchange:
    """A request and its reply. `payload` is set once the whole frame has arrived."""

    def __init__(self, kind: int, nonce: bytes, payload: bytes) -> None:
        self.kind = kind
        self.nonce = nonce
        self.unsent = memoryview(frames.frame(kind, nonce, payload))
        self.payload = b""
        self._got = b""
        # One buffer: a reply may arrive byte by byte, and a list would take forty times the memory.
        self._body = bytearray()
        self._length = -1

    @property
    def room(self) -> int:
        """How many bytes to read next.

        A large buffer is used only for a reply that is known to be long: the C library maps and
        unmaps it each time, which takes longer than a small case.
        """
        return SHORT if self._length - len(self._body) <= SHORT else LONG

    def take(self, chunk: bytes, cap: int) -> tuple[Ending, str] | None:
        """Add bytes of the reply; return an ending once the frame is complete or wrong."""
        if self._length < 0:
            self._got += chunk
            if len(self._got) < frames.HEADER.size:
                return None
            length, nonce, kind = frames.HEADER.unpack_from(self._got)
            if nonce != self.nonce or kind != self.kind:
                return Ending.BREACH, "a frame that nobody asked for"
            if length > cap:
                return Ending.ANSWER_LIMIT, f"an answer of {length} bytes"
            self._length = length
            chunk = self._got[frames.HEADER.size :]
        self._body += chunk
        if len(self._body) < self._length:
            return None
        if len(self._body) > self._length:
            return Ending.BREACH, "bytes after the frame"
        self.payload = bytes(self._body)
        return Ending.REPLY, ""
