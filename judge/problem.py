"""A problem package, loaded from its folder; all its faults are reported together."""

import functools
import importlib.util
import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from judge.errors import Fault, JudgeError, ProblemError
from judge.interface import Interface, Kind, Method, Parameter, Shape
from judge.submission import Submission
from judge.verdict import Verdict, folder_of
from judge.vouched import state_of, version_of, vouch, vouched

#: A size and a source of chance -> arguments of that size.
Sized = Callable[[int, random.Random], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Complexity:
    """What the reference costs, as people write it."""

    time: str
    space: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One example of the statement, with the answer that the statement promises."""

    arguments: dict[str, Any]
    expected: Any
    explanation: str


@dataclass(frozen=True, slots=True)
class SampleSolution:
    """A solution of the package and the verdict that its folder promises."""

    path: Path
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Strategies:
    """The functions of strategies.py; without `sized` nothing is timed against the reference.

    Each raises `ProblemError` for whatever the author's code raises.
    """

    edges: Callable[[], Iterable[dict[str, Any]]]
    generated: Callable[[], Any]
    scales: Callable[[], Iterable[tuple[int, dict[str, Any]]]]
    validate: Callable[[dict[str, Any]], str | None]
    sized: Sized | None = None
    sizes: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem package. `version` is the hash of its folder and its reference."""

    slug: str
    version: str
    title: str
    difficulty: str
    tags: tuple[str, ...]
    interface: Interface
    checker: str
    memory_bytes: int
    time_factor: float
    floor_seconds: float
    complexity: Complexity
    samples: tuple[Sample, ...]
    statement: str
    starter: str
    hints: tuple[str, ...]
    editorial: str
    folder: Path
    solutions: Path

    @property
    def reference(self) -> Submission:
        """The reference solution, as a submission like any other."""
        path = self.solutions / "accepted" / "reference.py"
        return Submission(path.read_bytes(), str(path))

    def strategies(self) -> Strategies:
        """Import strategies.py. Raises `ProblemError` naming the line when it fails."""
        module = load_module(self, "strategies.py")

        def edges() -> Iterator[dict[str, Any]]:
            with authored(self, "edges()"):
                yield from module.edges()

        def generated() -> Any:
            with authored(self, "generated()"):
                return module.generated()

        def scales() -> Iterator[tuple[int, dict[str, Any]]]:
            with authored(self, "scales()"):
                yield from module.scales()

        def validate(arguments: dict[str, Any]) -> str | None:
            with authored(self, "validate()"):
                reason: str | None = module.validate(arguments)
                return reason

        def sized(n: int, rng: random.Random) -> dict[str, Any]:
            with authored(self, "sized()"):
                arguments: dict[str, Any] = module.sized(n, rng)
                return arguments

        if not hasattr(module, "sized"):
            return Strategies(edges, generated, scales, validate)
        return Strategies(edges, generated, scales, validate, sized, _sizes(self, module))

    def sample_solutions(self) -> list[SampleSolution]:
        """Return every sample solution, by folder and name."""
        return [
            SampleSolution(path, verdict)
            for verdict in Verdict
            for path in sorted((self.solutions / folder_of(verdict)).glob("*.py"))
        ]


def load_module(problem: Problem, name: str) -> ModuleType:
    """Import one Python file of a package; see `import_file`."""
    return import_file(problem.slug, problem.folder / name, problem.version)


@functools.lru_cache(maxsize=64)
def import_file(slug: str, path: Path, version: str) -> ModuleType:
    """Import one Python file of a package: trusted code of the repository, run in this process.

    It is imported once for each version of the package. Raises `ProblemError`.
    """
    module_name = f"problem_{slug.replace('-', '_')}_{version}_{path.stem}"
    spec = importlib.util.spec_from_file_location(module_name, path)
    if spec is None or spec.loader is None:
        raise _fault(slug, path, "", "it cannot be imported", "Give it the ending .py")
    module = importlib.util.module_from_spec(spec)
    # as an import does: a dataclass looks its module up by name
    sys.modules[module_name] = module
    try:
        with authors_mistake(slug, path, "", "importing it"):
            spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[module_name]
        raise
    if hasattr(module, "check"):
        module.__dict__["check"] = _staying(module.check)
    return module


def authored(problem: Problem, function: str) -> AbstractContextManager[None]:
    """Make what a function of strategies.py raises inside the author's mistake."""
    return authors_mistake(problem.slug, problem.folder / "strategies.py", function, "it")


@contextmanager
def authors_mistake(slug: str, path: Path, field: str, doing: str) -> Iterator[None]:
    """Make whatever a package's code raises inside a `ProblemError` that names file and line.

    An exit as well: it would end the judge, with the status of an accepted submission.
    """
    try:
        yield
    except (JudgeError, MemoryError):
        raise
    except (Exception, SystemExit) as error:
        line = _line_in(path, error)
        place = f" at line {line}" if line else ""
        reason = f"{doing} raises {type(error).__name__}: {error}{place}"
        mend = "Remove the exit" if isinstance(error, SystemExit) else "Mend the file"
        raise _fault(slug, path, field, reason, mend) from error


def _line_in(path: Path, error: BaseException) -> int | None:
    """Return the innermost line of a file that an error came through."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


class ExitError(Exception):
    """Raised in place of the `SystemExit` of a package's checker."""


def _staying(check: Callable[..., Any]) -> Callable[..., Any]:
    """Return a checker whose exit is a failure like any other."""

    @functools.wraps(check)
    def staying(*arguments: Any) -> Any:
        try:
            return check(*arguments)
        except SystemExit as error:
            raise ExitError(f"it called sys.exit({error})") from error

    return staying


def _sizes(problem: Problem, module: ModuleType) -> tuple[int, int]:
    """Return the sizes that `sized` takes, from the smallest to the largest."""
    match getattr(module, "SIZES", None):
        case (int(smallest), int(largest)) if 0 <= smallest <= largest:
            return smallest, largest
    path = problem.folder / "strategies.py"
    reason = "sized() is there, but SIZES is no pair of the smallest and the largest n it takes"
    raise _fault(problem.slug, path, "SIZES", reason, "Write SIZES = (1, 1000) or the like")


def _fault(slug: str, path: Path, field: str, reason: str, mend: str) -> ProblemError:
    return ProblemError(slug, [Fault(str(path), field, reason, mend)])


def load_problem(folder: Path, solutions: Path, cache_dir: Path | None = None) -> Problem:
    """Load a package; raises `ProblemError` with every fault of the folder together.

    A package that was found without fault is kept in mind below `cache_dir`, if that is given.
    """
    slug = folder.name
    state = state_of(folder, solutions)
    manifest = None
    if cache_dir is not None and state is not None:
        manifest = vouched(cache_dir, slug, state)
    if manifest is None:
        # Examining takes pydantic, whose import alone takes as long as judging a small corpus.
        from judge.examining import examine  # noqa: PLC0415

        manifest = examine(folder, solutions)
        if cache_dir is not None and state is not None:
            vouch(cache_dir, slug, state, manifest)
    version = version_of(folder, solutions) if state is None else state.version
    return _problem(folder, solutions, version, manifest)


def _problem(folder: Path, solutions: Path, version: str, manifest: dict[str, Any]) -> Problem:
    limits, complexity = manifest["limits"], manifest["complexity"]
    return Problem(
        slug=folder.name,
        version=version,
        title=manifest["title"],
        difficulty=manifest["difficulty"],
        tags=tuple(manifest["tags"]),
        interface=_interface(manifest["entry"]),
        checker=manifest["checker"],
        memory_bytes=limits["memory_mib"] * 1024 * 1024,
        time_factor=limits["time_factor"],
        floor_seconds=limits["floor_seconds"],
        complexity=Complexity(complexity["time"], complexity["space"]),
        samples=tuple(
            Sample(json.loads(s["arguments"]), json.loads(s["expected"]), s["explanation"])
            for s in manifest["samples"]
        ),
        statement=(folder / "statement.md").read_text("utf-8"),
        starter=(folder / "starter.py").read_text("utf-8"),
        hints=tuple(manifest["hints"]),
        editorial=(folder / "editorial.md").read_text("utf-8"),
        folder=folder,
        solutions=solutions,
    )


def _interface(entry: dict[str, Any]) -> Interface:
    return Interface(
        kind=Kind(entry["kind"]),
        names=tuple(entry["names"]),
        parameters=_parameters(entry["parameters"]),
        returns=entry["returns"],
        returns_shape=Shape(entry["returns_shape"]),
        methods=tuple(
            Method(m["name"], _parameters(m["parameters"]), m["returns"]) for m in entry["methods"]
        ),
    )


def _parameters(entries: list[dict[str, Any]]) -> tuple[Parameter, ...]:
    return tuple(Parameter(p["name"], p["type"], Shape(p["shape"]), p["of"]) for p in entries)
