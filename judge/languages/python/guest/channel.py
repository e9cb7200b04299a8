"""The judge's two pipes: frames with requests come in by one, their replies go out by the other."""

import contextlib
from collections.abc import Callable, Mapping
from os import _exit, read, write

from sandbox import frames

CHUNK = 65_536


class Channel:
    """The two pipes, and the nonce of the request that is being answered."""

    def __init__(self, read_fd: int, write_fd: int) -> None:
        self._read_fd = read_fd
        self._write_fd = write_fd
        self.nonce = frames.NO_NONCE

    def answer_all(
        self,
        handlers: Mapping[int, Callable[[bytes], bytes]],
        failed: Callable[[BaseException], bytes],
        forget: Callable[[], None],
    ) -> None:
        """Answer requests until the judge closes its end.

        `failed` makes the reply where a handler raised, `forget` releases what an answer was
        read from.
        """
        read_fd = self._read_fd
        pack, unpack, size = frames.HEADER.pack, frames.HEADER.unpack_from, frames.HEADER.size
        buffer = b""
        while True:
            while len(buffer) < size:
                chunk = read(read_fd, CHUNK)
                if not chunk:
                    return
                buffer += chunk
            length, nonce, kind = unpack(buffer)
            end = size + length
            if len(buffer) < end:
                buffer = _rest(read_fd, buffer, end)
            payload, buffer = buffer[size:end], buffer[end:]
            self.nonce = nonce
            try:
                reply = handlers[kind](payload)
            except BaseException as error:  # noqa: BLE001 - a submission's threads may raise here
                reply = failed(error)
            # Of the last request: others may have come meanwhile.
            self._send(pack(len(reply), self.nonce, kind) + reply)
            if kind == frames.READ:
                # Now, while the judge checks the answer: releasing a large tree takes long.
                # What runs meanwhile is charged to the next request.
                with contextlib.suppress(BaseException):
                    forget()

    def ask(self, question: bytes) -> bytes:
        """Reply to the current CALL with a question; return the payload of the next one."""
        self._send(frames.frame(frames.CALL, self.nonce, question))
        header = _rest(self._read_fd, b"", frames.HEADER.size)
        length, self.nonce, _kind = frames.HEADER.unpack(header)
        return _rest(self._read_fd, b"", length)

    def _send(self, data: bytes) -> None:
        sent = write(self._write_fd, data)
        while sent < len(data):
            sent += write(self._write_fd, data[sent : sent + 4 * CHUNK])


def _rest(read_fd: int, start: bytes, end: int) -> bytes:
    chunks, missing = [start], end - len(start)
    while missing > 0:
        chunk = read(read_fd, min(missing, 1 << 20))
        if not chunk:
            _exit(0)
        chunks.append(chunk)
        missing -= len(chunk)
    return b"".join(chunks)
