"""Call the code of one package inside the sandbox: one frame in, one frame out.

The protocol of `author_main` in the sandbox's frames. LOAD brings the sources of the package, so
nothing of its folder is there. CALL brings a request, and its reply holds those of `author_main`,
one a line; an empty CALL asks for the next line of a request that goes step by step. Nothing here
is believed by the judge, which reads replies as strictly as answers.
"""

import base64
import faulthandler
import gc
import json
import marshal
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from os import _exit
from typing import Any, NoReturn, TextIO

from sandbox import frames

from .sources import Sources

#: The folder that holds `judge/`.
ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), *[os.pardir] * 4))
#: Where Hypothesis would keep files: nowhere, since nothing of the person's is read or written.
NOWHERE = "/dev/null/hypothesis"
#: Requests whose replies are wanted one by one.
STEPWISE = frozenset({"make"})

#: The module `judge.problems.author.author_main`, which the fork server imports.
_main: Any = None


def preload(modules: Mapping[str, str], *, texts: bool = False) -> None:
    """Import what calls a package's code before the root is entered, where it is not there.

    Hypothesis too, if it is among `modules`: its machine code cannot be imported from there. With
    `texts` its table of characters is made, for packages that may draw some.
    """
    global _main  # noqa: PLW0603 - the fork server has one guest, this module
    os.chdir("/")
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = NOWHERE
    before = list(sys.path)
    sys.path += [ROOT, *{os.path.dirname(place): None for place in modules.values()}]
    try:
        _main = import_module("judge.problems.author.author_main")
        if "hypothesis" in modules:
            _draw_once(import_module("judge.problems.sampling"), texts=texts)
    finally:
        sys.path[:] = before


def _draw_once(sampling: Any, *, texts: bool) -> None:
    """Draw a few inputs, so that Hypothesis has imported all that it imports late.

    Texts only where they are wanted: their table of characters takes long to make.
    """
    known = sys.modules["hypothesis.strategies"]
    whole, one = known.integers(-9, 9), known.sampled_from("ab")
    drawn = {
        "a": known.lists(known.tuples(whole, one, known.floats(), known.booleans()), max_size=3),
        "b": known.permutations([1, 2, 3]).map(list),
        "c": known.dictionaries(one, known.one_of(known.none(), one)),
        "d": whole.flatmap(known.just).filter(lambda one: one != 99),
    }
    if texts:
        drawn["e"] = known.text(max_size=2)
    sampling.draw(known.fixed_dictionaries(drawn), count=5, seed=0)


def warm_up() -> None:
    """Do nothing: `preload` has done all."""


def serve(read_fd: int, write_fd: int, file: str | None = None) -> NoReturn:  # noqa: ARG001 - no file is written here
    """Answer requests until the channel closes, then end this process."""
    status = 1
    try:
        _settle({read_fd, write_fd})
        _answer_all(read_fd, write_fd)
        status = 0
    finally:
        _exit(status)


def _settle(channel: set[int]) -> None:
    """Have this process say where it crashes, or where it is when its time is over."""
    faulthandler.enable(2)
    # The judge's SIGALRM: it says where it is, and is ended as by an alarm without a handler.
    faulthandler.register(signal.SIGALRM, 2, all_threads=False, chain=True)
    sys.stdout, sys.stderr = _printing(1), _printing(2)
    sys.dont_write_bytecode = True
    _main.STEPS = _Unseen()
    _main.watch(channel)
    gc.disable()
    gc.freeze()


def _printing(descriptor: int) -> TextIO:
    """Return a text stream; those of the fork server led elsewhere, where one could seek."""
    return open(
        descriptor, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False
    )


class _Unseen:
    """In place of `author_main.STEPS`: here every check has a request of its own."""

    def next(self) -> None:
        """Do nothing."""


def _answer_all(read_fd: int, write_fd: int) -> None:
    calls = _Calls()
    handlers = {frames.LOAD: calls.load, frames.CALL: calls.call}
    while header := _read(read_fd, frames.HEADER.size):
        length, nonce, kind = frames.HEADER.unpack(header)
        reply = handlers[kind](_read(read_fd, length))
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except Exception:  # noqa: BLE001, S112 - the package's code may have put anything there
                continue
        left = memoryview(frames.frame(kind, nonce, reply))
        while left:
            left = left[os.write(write_fd, left) :]


def _read(descriptor: int, size: int) -> bytes:
    """Return so many bytes; none if the channel has closed."""
    chunks = []
    while size:
        chunk = os.read(descriptor, min(size, 1 << 20))
        if not chunk:
            return b""
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)


class _Calls:
    """The package whose code is called, and what is left of the current request."""

    def __init__(self) -> None:
        self._left: Iterator[bytes] = iter(())
        self._stepwise = False
        self._most = 0

    def load(self, payload: bytes) -> bytes:
        """Take the sources, and where modules are found from now on."""
        given = marshal.loads(payload[4:])  # noqa: S302 - the judge wrote it
        self._most = given["most"]
        _relocate(given["modules"])
        sources = Sources(given["files"])
        sys.meta_path.append(sources)
        _main.LOADERS.update(dict.fromkeys(sources.paths, sources))
        _main.SINGLE.update(files=_files, piece=_piece)
        return b""

    def call(self, payload: bytes) -> bytes:
        """Carry out a request, or the next step of it."""
        if payload:
            operation, file, *arguments = marshal.loads(payload)  # noqa: S302 - the judge wrote it
            self._stepwise = operation in STEPWISE
            if operation == "make":
                os.makedirs(arguments[0], exist_ok=True)
            self._left = _main.replies(operation, file, *arguments)
        lines: list[bytes] = []
        size = 0
        for line in self._left:
            lines.append(line)
            size += len(line) + 1
            # What is too long is refused outside; to make all of it would only take longer.
            if self._stepwise or size > self._most:
                break
        return b"\n".join(lines)


def _files(_file: Any, folder: str) -> str:
    """Return the names and the sizes of the files in a folder."""
    found = [[one.name, one.stat(follow_symlinks=False).st_size] for one in os.scandir(folder)]
    return json.dumps({"files": sorted(found)})


def _piece(_file: Any, path: str, start: int, size: int) -> str:
    """Return a piece of a file."""
    with open(path, "rb") as file:
        file.seek(start)
        return json.dumps({"piece": base64.b64encode(file.read(size)).decode("ascii")})


def _relocate(modules: Mapping[str, str]) -> None:
    """Have packages that were imported before the root was entered find the rest of themselves."""
    for name, module in list(sys.modules.items()):
        top = modules.get(name.partition(".")[0])
        path = getattr(module, "__path__", None)
        if top is not None and isinstance(path, list):
            module.__path__ = ["/".join([top, *name.split(".")[1:]])]
