"""Take the files that an untrusted data.py has made out of its program in the sandbox."""

import base64
import binascii
import re
from pathlib import Path

from judge.problems.author.call import PackageFile
from judge.problems.author.jail import DATA_BYTES, DATA_FOLDER
from judge.problems.author.process import AuthorProcess

#: Bytes that travel at a time.
PIECE_BYTES = 4 * 1024 * 1024
MOST_FILES = 100
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,99}")
_MEND = "Make fewer and smaller files, with plain names, and leave them as they are"


def take_files(process: AuthorProcess, file: PackageFile, folder: Path) -> None:
    """Write the files into a folder of the host, which is empty. Raises `AuthorError`.

    Names, sizes and contents are what the package's code says they are, so names are plain and
    sizes bounded: each file is made anew, and nothing outside of the folder is written.
    """
    [reply] = process.ask(file, "make", "files", DATA_FOLDER)
    listed: list[tuple[str, int]] = [(name, size) for name, size in reply["files"]]
    names = {name for name, _ in listed}
    plain = len(names) == len(listed) <= MOST_FILES and all(map(_NAME.fullmatch, names))
    if not plain or sum(size for _, size in listed) > DATA_BYTES:
        raise file.fault("make", "it makes too many files, or some with odd names", _MEND)
    for name, size in listed:
        with (folder / name).open("xb") as made:
            for start in range(0, size, PIECE_BYTES):
                wanted = min(PIECE_BYTES, size - start)
                made.write(_piece(process, file, name, start, wanted))


def _piece(process: AuthorProcess, file: PackageFile, name: str, start: int, size: int) -> bytes:
    path = f"{DATA_FOLDER}/{name}"
    [reply] = process.ask(file, "make", "piece", path, start, size)
    try:
        content = base64.b64decode(reply["piece"], validate=True)
    except (binascii.Error, ValueError):
        content = b""
    if len(content) != size:
        raise file.fault("make", f"{name} changes while it is read", _MEND)
    return content
