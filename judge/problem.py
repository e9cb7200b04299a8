"""A problem package, loaded from its folder; all its faults are reported together."""

import ast
import functools
import hashlib
import importlib.util
import json
import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from judge.errors import Fault, ProblemError
from judge.interface import Interface
from judge.manifest import Manifest, read_manifest
from judge.submission import Submission, source_fault
from judge.verdict import Verdict, folder_of

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
STRATEGIES = ("edges", "generated", "scales", "validate")
TEXTS = ("statement.md", "starter.py", "editorial.md", "strategies.py")
_LITTER = ("__pycache__", ".hypothesis")

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
    """The functions of strategies.py; without `sized` nothing is timed against the reference."""

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
        functions = {name: getattr(module, name) for name in STRATEGIES}
        sized = getattr(module, "sized", None)
        sizes = _sizes(self, module) if sized is not None else (0, 0)
        return Strategies(**functions, sized=sized, sizes=sizes)

    def sample_solutions(self) -> list[SampleSolution]:
        """Return every sample solution, by folder and name."""
        return [
            SampleSolution(path, verdict)
            for verdict in Verdict
            for path in sorted((self.solutions / folder_of(verdict)).glob("*.py"))
        ]


def load_module(problem: Problem, name: str) -> ModuleType:
    """Import one Python file of a package: trusted code of the repository, run in this process.

    It is imported once for each version of the package.
    """
    return _imported(problem.slug, problem.folder / name, problem.version)


@functools.lru_cache(maxsize=64)
def _imported(slug: str, path: Path, version: str) -> ModuleType:
    module_name = f"problem_{slug.replace('-', '_')}_{version}_{path.stem}"
    spec = importlib.util.spec_from_file_location(module_name, path)
    if spec is None or spec.loader is None:
        raise _fault(slug, path, "", "it cannot be imported", "Give it the ending .py")
    module = importlib.util.module_from_spec(spec)
    # as an import does: a dataclass looks its module up by name
    sys.modules[module_name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[module_name]
        reason = f"importing it raises {type(error).__name__}: {error}"
        raise _fault(slug, path, "", reason, "Mend the file") from error
    return module


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


def load_problem(folder: Path, solutions: Path) -> Problem:
    """Load a package; raises `ProblemError` with every fault of the folder together."""
    slug = folder.name
    faults: list[Fault] = []
    if not SLUG.fullmatch(slug) or len(slug) > 64:
        mend = "Use small letters, digits and single hyphens, at most 64"
        faults.append(Fault(str(folder), "", "the folder's name is no slug", mend))
    table = _table(folder / "problem.toml", faults)
    manifest = None
    if table is not None:
        manifest = _manifest(folder / "problem.toml", table, faults)
        _look_at_checker(folder / "checker.py", table.get("checker", "equal"), faults)
    texts = {name: _text(folder / name, faults) for name in TEXTS}
    _look_for_functions(folder / "strategies.py", texts["strategies.py"], STRATEGIES, faults)
    _look_at_solutions(solutions, faults)
    if faults or manifest is None:
        raise ProblemError(slug, faults)
    return _problem(slug, folder, solutions, manifest, texts)


def _problem(
    slug: str, folder: Path, solutions: Path, manifest: Manifest, texts: dict[str, str]
) -> Problem:
    return Problem(
        slug=slug,
        version=_version(folder, solutions),
        title=manifest.title,
        difficulty=manifest.difficulty,
        tags=tuple(manifest.tags),
        interface=manifest.entry.interface(),
        checker=manifest.checker,
        memory_bytes=manifest.limits.memory_mib * 1024 * 1024,
        time_factor=manifest.limits.time_factor,
        floor_seconds=manifest.limits.floor_seconds,
        complexity=Complexity(manifest.complexity.time, manifest.complexity.space),
        samples=tuple(
            Sample(sample.given, json.loads(sample.expected), sample.explanation)
            for sample in manifest.samples
        ),
        statement=texts["statement.md"],
        starter=texts["starter.py"],
        hints=tuple(manifest.hints),
        editorial=texts["editorial.md"],
        folder=folder,
        solutions=solutions,
    )


def _table(path: Path, faults: list[Fault]) -> dict[str, Any] | None:
    text = _text(path, faults)
    if not text.strip():
        return None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault(str(path), "", f"it is not TOML: {error}", "Mend the syntax there"))
        return None


def _manifest(path: Path, table: dict[str, Any], faults: list[Fault]) -> Manifest | None:
    manifest, flaws = read_manifest(table)
    faults += [Fault(str(path), flaw.field, flaw.reason, flaw.mend) for flaw in flaws]
    return manifest


def _text(path: Path, faults: list[Fault]) -> str:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        faults.append(Fault(str(path), "", "the file is missing", "Write it"))
        return ""
    except (OSError, UnicodeDecodeError) as error:
        faults.append(Fault(str(path), "", f"it cannot be read: {error}", "Save it as UTF-8 text"))
        return ""
    if not text.strip():
        faults.append(Fault(str(path), "", "the file is empty", "Write it"))
    return text


def _look_at_checker(path: Path, checker: Any, faults: list[Fault]) -> None:
    if checker == "custom":
        _look_for_functions(path, _text(path, faults), ("check",), faults)
    elif path.exists():
        reason = f"nothing uses it: problem.toml says checker = {checker!r}"
        faults.append(Fault(str(path), "", reason, 'Remove it, or say checker = "custom"'))


def _look_for_functions(path: Path, text: str, names: tuple[str, ...], faults: list[Fault]) -> None:
    """Look for functions without running the file: loading must not import Hypothesis."""
    if not text.strip():
        return
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        reason = f"line {error.lineno}: {error.msg}"
        faults.append(Fault(str(path), "", reason, "Mend the syntax there"))
        return
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    faults += [
        Fault(str(path), name, "the function is missing", f"Define {name}")
        for name in names
        if name not in defined
    ]


def _look_at_solutions(solutions: Path, faults: list[Fault]) -> None:
    _look_at_reference(solutions / "accepted" / "reference.py", faults)
    known = {folder_of(verdict) for verdict in Verdict if verdict is not Verdict.INTERNAL_ERROR}
    for path in sorted(solutions.iterdir()) if solutions.is_dir() else ():
        names = ", ".join(sorted(known))
        if path.is_dir() and path.name not in known and path.name not in _LITTER:
            faults.append(
                Fault(str(path), "", "no verdict has this name", f"Name it after one: {names}")
            )
        if path.suffix == ".py":
            reason = "a sample solution lies in no folder, so nothing says its verdict"
            faults.append(Fault(str(path), "", reason, f"Move it into one of {names}"))


def _look_at_reference(path: Path, faults: list[Fault]) -> None:
    try:
        fault = source_fault(path.read_bytes())
    except OSError:
        faults.append(Fault(str(path), "", "the reference is missing", "Write it"))
        return
    if fault is not None:
        faults.append(Fault(str(path), "", fault.message, "Mend the file"))


def _version(folder: Path, solutions: Path) -> str:
    """Return the hash of all that decides a verdict: the package and its reference."""
    digest = hashlib.sha256()
    names = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted(names):
        if not set(name.parts) & set(_LITTER):
            _add(digest, name.as_posix(), names[name])
    _add(digest, "reference.py", solutions / "accepted" / "reference.py")
    return digest.hexdigest()[:16]


def _add(digest: "hashlib._Hash", name: str, path: Path) -> None:
    content = path.read_bytes()
    digest.update(f"{name}\0{len(content)}\0".encode())
    digest.update(content)
