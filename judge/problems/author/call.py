"""One call of a package's code: of which function, how long it may take, what came of it."""

import marshal
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from judge.errors import AuthorError, HangError
from judge.problems.package_files import shared_folder
from judge.values import escape

#: Seconds that a call of a checker or of `validate` may take.
CALL_SECONDS = 10.0
#: Seconds that the strategies of a package may take when its corpus is made.
STRATEGIES_SECONDS = 60.0
#: The file of a package that makes its data: `make(folder) -> Iterator[tuple[int, int]]`.
MAKER = "data.py"

Reply = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A Python file of one version of a package."""

    slug: str
    path: Path
    version: str
    #: Whether its code may run outside the sandbox; all other code runs in it.
    trusted: bool = True

    @property
    def sent(self) -> tuple[str, str, str]:
        """The file as `author_main.File`."""
        name = f"problem_{self.slug.replace('-', '_')}_{self.version}_{self.path.stem}"
        return str(self.path), name, str(shared_folder(self.path.parent))

    def fault(self, function: str, reason: str, mend: str, **more: Any) -> AuthorError:
        """Return the error for a fault of this file."""
        return AuthorError(self.slug, str(self.path), function, reason, mend, **more)

    def hang(self, function: str, seconds: float, line: int | None) -> HangError:
        """Return the error for a call that has not ended in so many seconds."""
        reason = f"it had not ended after {seconds:.0f} s{at_line(line)}"
        return HangError(self.slug, str(self.path), function, reason, "Let it end", line=line)


@dataclass(slots=True)
class Allowance:
    """Seconds that several calls may take together."""

    seconds: float
    left: float = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.seconds


@dataclass(slots=True, eq=False)
class Call:
    """A call in an author process, with what has come of it so far."""

    file: PackageFile
    function: str
    request: bytes
    allowance: Allowance
    #: What of `author_main` is asked for.
    operation: str = ""
    replies: list[Reply] = field(default_factory=list)
    #: How many of its checks have begun; the last of them may have ended.
    begun: int = 0
    #: How long it has taken, without the wait for calls of other threads.
    seconds: float = 0.0
    #: Seconds that the process had waited for a core, and those that do not count.
    queued: float | None = None
    forgiven: float = 0.0
    over: bool = False
    error: Exception | None = None

    def result(self) -> list[Reply]:
        """Return the replies of a call that is over. Raises its error."""
        if self.error is not None:
            raise self.error
        return self.replies


def call_of(
    file: PackageFile,
    function: str,
    operation: str,
    arguments: tuple[Any, ...],
    allowance: Allowance | None,
) -> Call:
    """Return a call to make. Raises `ValueError` for arguments that cannot be sent."""
    allowance = allowance or Allowance(CALL_SECONDS)
    # Version 2 writes an object that occurs twice twice: changing one must not change the other.
    body = marshal.dumps((operation, file.sent, *arguments), 2)
    bound = int(allowance.left * 1000).to_bytes(8)
    return Call(file, function, len(body).to_bytes(8) + bound + body, allowance, operation)


def is_plain(value: Any) -> bool:
    """Whether a request can hold a value, as deep in it as an answer stands."""
    try:
        marshal.dumps(("", [(value,)]), 2)
    except ValueError:
        return False
    return True


def raised_error(call: Call, error: Reply) -> Exception:
    """Return the error for what the author's code has raised or returned."""
    line, text, does = error["line"], escape(error["text"], 400), error["does"]
    if error["errno"] is not None and call.file.path.name == "data.py":
        return OSError(error["errno"], text)
    if does:
        values = f": {escape(error['values'], 400)}" if error["values"] else ""
        reason = f"it {does}{at_line(line)}"
        return call.file.fault(call.function, reason, "Mend the file", values=values, line=line)
    mend = {"SystemExit": "Remove the exit", "MemoryError": "Use less than 1 GiB"}
    reason = f"{'it' if call.function else 'importing it'} raises {error['type']}{at_line(line)}"
    return call.file.fault(
        call.function,
        reason,
        mend.get(error["type"], "Mend the file"),
        values=f": {text}" if text else "",
        line=line,
        raised=error["above"],
    )


def line_of(file: PackageFile, trace: str) -> int | None:
    """Return the innermost line of a file in what faulthandler wrote; None if there is none."""
    # The folder and the name: faulthandler cuts long paths, and escapes what is not ASCII.
    place = f'/{file.path.parent.name}/{file.path.name}", line '
    found = re.search(re.escape(ascii(place)[1:-1]) + r"(\d{1,9}) ", trace)
    return None if found is None else int(found[1])


def at_line(line: int | None) -> str:
    """Return where something happened, for the end of a sentence."""
    return f" at line {line}" if line else ""
