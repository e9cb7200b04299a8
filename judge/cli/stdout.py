"""A wrapper of standard output whose write errors are `OutputError`, not a bare `OSError`."""

import io
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class OutputError(OSError):
    """Raised when standard output cannot be written: not another file that is full or gone."""


def checked_stdout(stream: TextIO) -> TextIO:
    """Return a stream like this one, of a file, whose writing raises `OutputError`.

    A reader that went away stays a `BrokenPipeError`.
    """
    return io.TextIOWrapper(
        io.BufferedWriter(_CheckedFile(stream.fileno(), "w", closefd=False)),
        encoding=stream.encoding,
        errors=stream.errors,
        newline="\n",
        line_buffering=bool(stream.line_buffering),
    )


class _CheckedFile(io.FileIO):
    def write(self, data: "ReadableBuffer", /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(error.errno, error.strerror) from None
