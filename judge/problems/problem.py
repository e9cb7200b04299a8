"""A problem package, loaded from its folder; all its faults are reported together."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from judge.errors import Fault, ProblemError, UntrustedError, UsageError
from judge.kinds import KINDS, Check, Kind, Rule, Rules, SentCase, kind_of
from judge.languages import Language, language_of
from judge.problems.author.call import PackageFile
from judge.problems.author.code import (
    CustomChecks,
    Strategies,
    strategies_of,
)
from judge.problems.case import Answer, Case, Group, PackedJson
from judge.problems.folders import folder_of
from judge.problems.package_files import read_part
from judge.problems.validated import load_manifest, save_manifest, state_of, version_of
from judge.records import dataclass, replace
from judge.submission import Submission
from judge.values import Interface
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.problems.interview import Interview


@dataclass(frozen=True, slots=True)
class Complexity:
    """The complexity of the reference, as people write it."""

    time: str
    space: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One example of the statement, with the answer given there."""

    arguments: dict[str, Any]
    expected: Any
    explanation: str


@dataclass(frozen=True, slots=True)
class SampleSolution:
    """A solution of the package and the verdict that its folder promises."""

    path: Path
    verdict: Verdict

    def read(self) -> bytes:
        """Return its text. Raises `OSError` for what is no file, or too large."""
        return read_part(self.path)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem package. `version` is the hash of its folder and its reference."""

    slug: str
    version: str
    title: str
    difficulty: str
    tags: tuple[str, ...]
    interface: Interface
    checker: Rule
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
    #: What else a file of this problem may be called, and what never: see `naming`.
    aliases: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    #: The number of the same problem on LeetCode.
    leetcode: int | None = None
    #: What problem.toml says for an interview, as it stands there.
    spoken: Mapping[str, Any] = field(default_factory=lambda: {"listens": [], "questions": []})
    #: One of `topics.TOPICS`, or None.
    topic: str | None = None
    #: The problem whose cases and reference these are, where the starter is a program to mend.
    base: "Problem | None" = None
    #: Whether its strategies, checker and data.py run outside the sandbox.
    trusted: bool = True
    #: A program whose answers are expected in place of the reference's.
    compared_with: Submission | None = None

    @property
    def home(self) -> "Problem":
        """The problem that has the cases: the base if there is one, else this one itself."""
        return self.base or self

    @property
    def reference(self) -> Submission:
        """The reference solution, as a submission like any other."""
        if self.compared_with is not None:
            return self.compared_with
        accepted = self.home.solutions / "accepted"
        path = accepted / f"reference{self.language.suffixes[0]}"
        return Submission(_content(path, self.home.slug), str(path), self.language.name)

    @property
    def kind(self) -> Kind:
        """The kind of the problem."""
        return kind_of(self.interface)

    @property
    def language(self) -> Language:
        """The language of the reference, and of a submission that names none."""
        return language_of(self.kind.languages[0])

    @property
    def played_in(self) -> Language:
        """The language as which submissions are played: the kind's own variant, if it has one."""
        return self.kind.played_in() if self.kind.played_in is not None else self.language

    def in_language(self, submission: Submission) -> Submission:
        """Return a submission that names its language: the problem's own where it named none."""
        return (
            submission if submission.language else replace(submission, language=self.language.name)
        )

    @property
    def rules(self) -> Rules:
        """How answers are compared."""
        return Rules(self.checker, self._custom_check)

    def _custom_check(self, case: SentCase, actual: Any) -> Check:
        [check] = self.custom_checks([(case, actual)])
        return check

    def custom_checks(self, asked: Sequence[tuple[SentCase, Any]]) -> CustomChecks:
        """Return what the package's checker says of answers."""
        return CustomChecks(self.file("checker.py"), asked)

    @property
    def header(self) -> dict[str, Any]:
        """The description of the problem that programs are sent when they are loaded."""
        return self.kind.header(self.interface)

    @property
    def interview(self) -> "Interview":
        """What an interviewer listens for, answers and asks, from problem.toml and its pages."""
        # No verdict needs it, and making record types takes time.
        from judge.problems.interview import interview_of  # noqa: PLC0415 - only when it is asked

        return interview_of(self.spoken, self.statement, self.editorial)

    def require_trust(self, reason: str) -> None:
        """Raise `UntrustedError` where the package's code would run outside the sandbox."""
        if not self.trusted:
            raise UntrustedError(self.slug, self.folder, reason)

    def refuse(self, command: str) -> None:
        """Raise `UsageError` where a command does not apply to this kind of problem."""
        reason = self.refusal(command)
        if reason is not None:
            raise UsageError(f"{self.slug}: {reason}")

    def refusal(self, command: str) -> str | None:
        """Return why a command does not apply to this problem; None if it does."""
        if command == "mutants" and self.base is not None:
            return f"its cases are those of {self.base.slug}, whose mutants try them"
        return self.kind.refuses.get(command)

    def signature(self) -> str:
        """Return the entry as people write it, for messages and statements."""
        return self.kind.signature(self.interface)

    def names(self) -> tuple[str, ...]:
        """Return the names of an input's arguments, in the order in which they are sent."""
        return self.kind.names(self.interface)

    def encode(self, arguments: Mapping[str, Any]) -> bytes:
        """Encode arguments as they are sent to programs."""
        return self.kind.encode(self.interface, arguments)

    def case(
        self,
        group: Group,
        index: int,
        sent: bytes,
        answer: Answer,
        *,
        size: int | None = None,
    ) -> Case:
        """Return a case from the arguments as sent and the reference's answer."""
        return Case(
            group,
            index,
            self.interface,
            PackedJson(sent),
            PackedJson(self.kind.encode_expected(answer.value, sent)),
            size,
            answer.cpu_seconds,
            answer.figures,
        )

    def made_case(
        self, group: str, index: int, arguments: Mapping[str, Any], expected: Any, seconds: float
    ) -> Case:
        """Return a case that a kind of problem makes itself, of `seconds` in the run's budget."""
        return self.case(Group(group), index, self.encode(arguments), Answer(expected, seconds))

    def file(self, name: str) -> PackageFile:
        """Return one Python file of the package that has the cases, to call its functions."""
        home = self.home
        return PackageFile(home.slug, home.folder / name, home.version, self.trusted)

    def strategies(self) -> Strategies:
        """Import strategies.py. Raises `AuthorError` with the line if that fails."""
        file = self.file("strategies.py")
        return strategies_of(file) if self.trusted else strategies_of(file, self.require_fit)

    def require_fit(self, function: str, arguments: Mapping[str, Any]) -> None:
        """Raise `AuthorError` for an input of strategies that cannot be sent to a program."""
        try:
            self.encode(arguments)
        except (LookupError, TypeError, ValueError, AttributeError):
            reason = f"it makes an input that does not fit {self.signature()}"
            mend = "Make every argument as problem.toml declares it"
            raise self.file("strategies.py").fault(function, reason, mend) from None

    def sample_solutions(self) -> list[SampleSolution]:
        """Return every sample solution, sorted by folder and name."""
        return [
            SampleSolution(path, verdict)
            for verdict in Verdict
            for path in sorted(
                (self.solutions / folder_of(verdict)).glob(f"*{self.language.suffixes[0]}")
            )
        ]


def load_package(folder: Path, solutions: Path, cache_dir: Path | None = None) -> Problem:
    """Load a package. Raises `ProblemError` with every fault of the folder.

    A package without faults is remembered below `cache_dir`, if that is given.
    """
    slug = folder.name
    try:
        state = state_of(folder, solutions)
    except ProblemError as stray:
        raise ProblemError(slug, [*stray.faults, *_other_faults(folder, solutions)]) from None
    manifest = None
    if cache_dir is not None and state is not None:
        manifest = load_manifest(cache_dir, slug, state)
    if manifest is None:
        manifest = {**_examined(folder, solutions), "version": version_of(folder, solutions)}
        if cache_dir is not None and state is not None:
            save_manifest(cache_dir, slug, state, manifest)
    base = None
    if "debug" in manifest:
        name = manifest["debug"]["base"]
        base = load_package(folder.parent / name, solutions.parent / name, cache_dir)
    return _problem(folder, solutions, manifest, base)


def _other_faults(folder: Path, solutions: Path) -> tuple[Fault, ...]:
    """Return what else is wrong with a package that holds what no package does."""
    try:
        _examined(folder, solutions)
    except ProblemError as error:
        return error.faults
    return ()


def _examined(folder: Path, solutions: Path) -> dict[str, Any]:
    """Return the manifest of a package whose files are all looked at. Raises `ProblemError`."""
    # Pydantic alone takes as long to import as judging a small corpus.
    from judge.problems.validate import examine  # noqa: PLC0415 - needs pydantic

    return examine(folder, solutions)


def _problem(
    folder: Path,
    solutions: Path,
    manifest: dict[str, Any],
    base: Problem | None,
) -> Problem:
    limits, complexity = manifest["limits"], manifest["complexity"]
    return Problem(
        slug=folder.name,
        version=manifest["version"],
        title=manifest["title"],
        difficulty=manifest["difficulty"],
        tags=tuple(manifest["tags"]),
        aliases=tuple(manifest["aliases"]),
        not_names=tuple(manifest["not_names"]),
        leetcode=manifest["leetcode"],
        spoken={name: manifest[name] for name in ("listens", "questions")},
        topic=manifest["topic"],
        interface=Interface.from_json(manifest["entry"], loose=manifest["loose"]),
        checker=manifest["checker"],
        memory_bytes=limits["memory_mib"] * 1024 * 1024,
        time_factor=limits["time_factor"],
        floor_seconds=limits["floor_seconds"],
        complexity=Complexity(complexity["time"], complexity["space"]),
        samples=tuple(
            Sample(json.loads(s["arguments"]), json.loads(s["expected"]), s["explanation"])
            for s in manifest["samples"]
        ),
        statement=_text(folder / "statement.md"),
        starter=_text(folder / _starter(manifest)),
        hints=tuple(manifest["hints"]),
        editorial=_text(folder / "editorial.md"),
        folder=folder,
        solutions=solutions,
        base=base,
    )


def _text(path: Path) -> str:
    """Return a text of a package, which was UTF-8 a moment ago."""
    text = _content(path, path.parent.name).decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _content(path: Path, slug: str) -> bytes:
    """Return the content of a file of a package. Raises `ProblemError`."""
    try:
        return read_part(path)
    except OSError as error:
        reason = f"it cannot be read: {error.strerror or error}"
        raise ProblemError(slug, [Fault(str(path), "", reason, "Write it")]) from None


def _starter(manifest: dict[str, Any]) -> str:
    """Return the name of the file in which a candidate begins."""
    if "debug" in manifest:
        return str(manifest["debug"]["given"])
    return f"starter{language_of(KINDS[manifest['entry']['kind']].languages[0]).suffixes[0]}"
