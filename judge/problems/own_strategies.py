"""A problem made of strategies alone: the inputs of a stress run that belong to no package."""

import hashlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from judge.errors import AuthorError, UsageError
from judge.problems.problem import Complexity, Problem
from judge.records import replace
from judge.values import Interface, Parameter

#: As much as a package gives that says nothing else.
MEMORY_BYTES = 256 * 1024 * 1024
SLUG = "stress"
#: What the module must have, and what stands in for a function that it leaves out.
NEEDED = "generated"
LEFT_OUT = {
    "edges": "def edges():\n    return ()\n",
    "validate": "def validate(arguments):\n    return None\n",
}


@contextmanager
def stress_problem(strategies: Path | None, entry: str | None) -> Iterator[Problem | None]:
    """Give a problem whose inputs are those of a file with `generated()`; None without a file.

    Its parameters are those of the first input. The file runs as strategies of a package do, from a
    copy: what it imports must be installed. Raises `UsageError`.
    """
    if strategies is None:
        yield None
        return
    try:
        text = strategies.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {strategies}: {error}") from None
    if not _defines(text, NEEDED):
        raise UsageError(f"{strategies} has no generated(), which returns a Hypothesis strategy")
    more = [code for name, code in LEFT_OUT.items() if not _defines(text, name)]
    with tempfile.TemporaryDirectory(prefix="judge-stress-") as folder:
        # At the end: the lines of the person's own file keep their numbers.
        whole = "\n".join([text, *more])
        Path(folder, "strategies.py").write_text(whole, "utf-8")
        try:
            yield _problem(Path(folder), whole, entry)
        except AuthorError as error:
            # Where the copy lies helps nobody.
            faults = [replace(fault, path=str(strategies)) for fault in error.faults]
            raise UsageError("; ".join(map(str, faults))) from None


def _problem(folder: Path, text: str, entry: str | None) -> Problem:
    version = hashlib.sha256(text.encode()).hexdigest()
    problem = Problem(
        slug=SLUG,
        version=version,
        title="Stress run",
        difficulty="medium",
        tags=(),
        interface=Interface("function", (entry or "solve",), ()),
        checker="equal",
        memory_bytes=MEMORY_BYTES,
        time_factor=10.0,
        floor_seconds=2.0,
        complexity=Complexity("", ""),
        samples=(),
        statement="",
        starter="",
        hints=(),
        editorial="",
        folder=folder,
        solutions=folder,
    )
    drawn = problem.strategies().draw(count=1, seed=0)
    if not drawn:
        raise UsageError("generated() draws nothing")
    parameters = tuple(Parameter(name, "object") for name in drawn[0])
    interface = Interface("function", (entry or "solve",), parameters, "object")
    return replace(problem, interface=interface)


def _defines(text: str, name: str) -> bool:
    defined = rf"^(?:def {name}\b|{name}\b|from .+\b{name}\b)"
    return re.search(defined, text, re.MULTILINE) is not None
