"""What a program in the sandbox is sent of a package: the sources of its code, read once.

So it makes no difference what becomes of the folder meanwhile, and nothing else of it is there.
"""

import functools
import importlib.util
import marshal
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from judge.errors import ProblemError
from judge.problems.author.call import PackageFile
from judge.problems.package_files import SHARED, parts_of, read_part, shared_folder
from judge.records import dataclass, replace
from sandbox import Guest

#: What files that name it may import besides the standard library. Without it a fork server starts
#: in a third of the time.
DRAWING = "hypothesis"
#: What makes Hypothesis look into its table of all characters, which takes a quarter of a second to
#: make: of files that may, the fork server has it ready, and no program makes its own.
TEXTS = re.compile(rb"\b(?:text|characters|from_regex|from_type|emails|urls|domains)\(")
#: Hypothesis, and what it needs.
PACKAGES = (DRAWING, "sortedcontainers")


@dataclass(frozen=True, slots=True)
class Sources:
    """The modules of a file of a package: by name, the path on the host and the content."""

    modules: Mapping[str, tuple[str, bytes]]

    @property
    def guest(self) -> Guest:
        """What calls them: with Hypothesis if any of them may import it, and its table likewise."""
        contents = [content for _, content in self.modules.values()]
        draws = any(DRAWING.encode() in content for content in contents)
        return author_guest(draws, draws and any(map(TEXTS.search, contents)))

    def packed(self, places: Mapping[str, str], most: int) -> bytes:
        """Pack them with the places of other modules, and the most bytes of a reply."""
        return marshal.dumps(
            {"files": dict(self.modules), "modules": dict(places), "most": most}, 2
        )


@functools.cache
def author_guest(draws: bool, texts: bool) -> Guest:
    """Return the guest that calls the code of packages; with Hypothesis, with its table."""
    found = {}
    for name in PACKAGES if draws else ():
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            found[name] = str(Path(spec.origin).resolve().parent)
    folder = Path(__file__).resolve().parent / "guest"
    return Guest("author_guest", str(folder), found, {"texts": True} if texts else {})


def sources_of(file: PackageFile) -> Sources:
    """Read a file of a package, and the folder that packages share if it imports from there.

    Raises `AuthorError` for what cannot be read, or is a link out of its folder.
    """
    return Sources({name: (str(path), content) for name, path, content in _modules(file)})


def _modules(file: PackageFile) -> Iterator[tuple[str, Path, bytes]]:
    content = _read(file)
    yield file.sent[1], file.path, content
    if SHARED.encode() not in content:
        return
    try:
        parts = parts_of(shared_folder(file.path.parent))
    except ProblemError as error:
        [fault, *_] = error.faults
        raise replace(file, path=Path(fault.path)).fault("", fault.reason, fault.mend) from None
    for part in parts:
        dotted = part.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        if part.name.endswith(".py") and dotted != "__init__":
            yield f"{SHARED}.{dotted}", part.path, _read(replace(file, path=part.path))


def _read(file: PackageFile) -> bytes:
    """Return the content of a file. Raises `AuthorError`."""
    folder = file.path.parent
    try:
        if not file.path.resolve().is_relative_to(folder.resolve()):
            reason = "it is a link that leads out of its folder"
            raise file.fault("", reason, "Copy the file here, or trust the package")
        return read_part(file.path)
    except (OSError, RuntimeError) as error:
        reason = f"it cannot be read: {getattr(error, 'strerror', None) or error}"
        raise file.fault("", reason, "Change its mode") from None
