"""File arguments: a list of lines becomes the path of a file with them."""

from os import O_CLOEXEC, O_CREAT, O_TRUNC, O_WRONLY, close, write
from os import open as open_file
from typing import Any

#: Where a program may write. Without a scratch the fork server sets another path.
place = "/tmp/log"  # noqa: S108 - the scratch of the jail


def path_of(value: Any, data_folder: str | None) -> str:
    """Return the path of a file argument, after writing its lines to a file if it has lines.

    Lines are joined by newlines, so an empty last line means a final newline. `{"data": name}` is a
    file in the read-only folder that all runs share.
    """
    if isinstance(value, dict):
        return f"{data_folder}/{value['data']}"
    _write("\n".join(value).encode("utf-8", "surrogatepass"))
    return place


def _write(data: bytes) -> None:
    # Truncated, not replaced: without a scratch only this one file is writable.
    descriptor = open_file(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    try:
        left = memoryview(data)
        while left:
            left = left[write(descriptor, left) :]
    finally:
        close(descriptor)
