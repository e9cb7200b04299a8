"""Import and call the code of a package; report its failures as the author's."""

import functools
import importlib.util
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from judge.errors import Fault, JudgeError, ProblemError
from judge.kinds import RIGHT, Check
from judge.values import show


@functools.lru_cache(maxsize=64)
def import_file(slug: str, path: Path, version: str) -> ModuleType:
    """Import one Python file of a package: trusted code of the repository, run in this process.

    Each version of a package is imported once. Raises `ProblemError`.
    """
    module_name = f"problem_{slug.replace('-', '_')}_{version}_{path.stem}"
    spec = importlib.util.spec_from_file_location(module_name, path)
    if spec is None or spec.loader is None:
        raise problem_fault(slug, path, "", "it cannot be imported", "Give it the ending .py")
    module = importlib.util.module_from_spec(spec)
    # as `import` does, since a dataclass looks up its module by name
    sys.modules[module_name] = module
    try:
        with authors_mistake(slug, path, "", "importing it"):
            spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[module_name]
        raise
    if hasattr(module, "check"):
        module.__dict__["check"] = _without_exit(module.check)
    return module


@contextmanager
def authors_mistake(slug: str, path: Path, field: str, doing: str) -> Iterator[None]:
    """Turn whatever a package's code raises inside into a `ProblemError` with file and line.

    Includes SystemExit, which would end the judge with the status of an accepted submission.
    """
    try:
        yield
    except (JudgeError, MemoryError):
        raise
    except (Exception, SystemExit) as error:
        line = _line_in(path, error)
        place = f" at line {line}" if line else ""
        reason = f"{doing} raises {type(error).__name__}{place}"
        mend = "Remove the exit" if isinstance(error, SystemExit) else "Mend the file"
        raise problem_fault(slug, path, field, reason, mend, f": {error}") from error


def _line_in(path: Path, error: BaseException) -> int | None:
    """Return the innermost line of a file in the traceback of an error."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


class ExitError(Exception):
    """Raised in place of the `SystemExit` of a package's checker."""


def _without_exit(check: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a checker so that its exit is a failure like any other."""

    @functools.wraps(check)
    def staying(*arguments: Any) -> Any:
        try:
            return check(*arguments)
        except SystemExit as error:
            raise ExitError(f"it called sys.exit({error})") from error

    return staying


def problem_fault(
    slug: str, path: Path, field: str, reason: str, mend: str, values: str = ""
) -> ProblemError:
    """Return a `ProblemError` with one fault."""
    return ProblemError(slug, [Fault(str(path), field, reason, mend, values)])


def custom_check(
    slug: str, folder: Path, version: str, arguments: Mapping[str, Any], expected: Any, actual: Any
) -> Check:
    """Call the package's own checker. Raises `ProblemError` if it fails."""
    path = folder / "checker.py"
    checker = import_file(slug, path, version)
    try:
        said = checker.check(arguments, expected, actual)
    except Exception as error:
        values = f": {error} on the answer {show(actual, 200)}"
        reason = f"it raises {type(error).__name__}"
        raise problem_fault(slug, path, "check", reason, CHECKER_MEND, values) from error
    match said:
        case None:
            return RIGHT
        case str(message):
            return Check(False, message, message_by="checker")
        case (int(call), str(message)) if type(call) is int and call >= 0:
            return Check(False, message, call, message_by="checker")
    values = f": {show(said)} on the answer {show(actual, 200)}"
    reason = "it returns what no checker may"
    raise problem_fault(slug, path, "check", reason, CHECKER_MEND, values)


CHECKER_MEND = (
    "Take any value of the declared type; return None if it is right, else a sentence, or the "
    "index of a call and a sentence"
)
