"""Mutation testing of a package: its cases must fail every mutant of its accepted solutions.

A mutant is played on the corpus up to the first failing case; one that passes is judged in full,
live search included. One that is accepted has survived: then the strategies are too weak, or the
mutant is equivalent and belongs, with the reason, in `solutions/<slug>/equivalent.toml`.

Makes worker processes, each with a sandbox of its own.
"""

import multiprocessing
import tomllib
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from enum import StrEnum
from pathlib import Path

from judge.errors import Fault, ProblemError
from judge.events import MutantsPlayed, result_of
from judge.execution import Sandboxes
from judge.judging import Trial, case_limit, look_again, ready_corpus
from judge.languages import Mutant, mutant_keys, mutants, sample
from judge.pipeline import judge
from judge.problems import Case, Corpus, Group, Problem
from judge.records import dataclass
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Limit

#: Mutants that one task of a worker plays in one sandbox.
BATCH = 12
WORKERS = 2
#: A small case that takes this long counts as endless. Scale cases get their full limit.
ENDLESS = Limit(cpu_seconds=0.3, wall_seconds=2.0)

Key = tuple[str, str, str, int]


class Fate(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    TIMED_OUT = "timed out"
    EQUIVALENT = "equivalent"
    SURVIVED = "survived"


@dataclass(frozen=True, slots=True)
class MutantResult:
    """A mutant, its fate, and what decided it: a verdict on a case, or the reason of its entry."""

    mutant: Mutant
    fate: Fate
    how: str


@dataclass(frozen=True, slots=True)
class Equivalent:
    """One entry of equivalent.toml: a mutant that is not a mistake, and why."""

    key: Key
    reason: str


@dataclass(frozen=True, slots=True)
class MutationReport:
    """The mutants of one package and their fates. `stale` names entries that are no longer true."""

    slug: str
    results: tuple[MutantResult, ...]
    stale: tuple[str, ...]

    def with_fate(self, fate: Fate) -> list[MutantResult]:
        return [tried for tried in self.results if tried.fate is fate]

    @property
    def ok(self) -> bool:
        return not self.with_fate(Fate.SURVIVED) and not self.stale


def mutants_of(problem: Problem) -> list[Mutant]:
    """Return the mutants of every accepted solution of a package."""
    return [mutant for name, source in _accepted(problem) for mutant in mutants(name, source)]


def _accepted(problem: Problem) -> Iterator[tuple[str, str]]:
    """Yield the name and the source of every accepted solution."""
    for solution in problem.sample_solutions():
        if solution.verdict is Verdict.ACCEPTED:
            yield solution.path.name, solution.path.read_text("utf-8")


def play_mutants(
    problem: Problem, settings: Settings, *, count: int | None = None, workers: int = WORKERS
) -> Generator[MutantsPlayed, None, MutationReport]:
    """Play all mutants, or a fixed sample of `count`; yield progress and return the report.

    Raises `JudgeError` for faults of the package and the host.
    """
    problem.refuse("mutants")
    problem.require_trust("mutants are made outside")
    listed = read_equivalents(problem)
    existing = mutants_of(problem)
    chosen = existing if count is None else _sampled(existing, listed, count)
    _prepare(problem, settings)
    yield MutantsPlayed(problem.slug, 0, len(chosen))
    tried: list[MutantResult] = []
    for batch in _played(problem, settings, chosen, workers):
        tried += [_with_reason(one, listed) for one in batch]
        yield MutantsPlayed(problem.slug, len(tried), len(chosen))
    order = {mutant.key: place for place, mutant in enumerate(chosen)}
    tried.sort(key=lambda one: order[one.mutant.key])
    return MutationReport(problem.slug, tuple(tried), tuple(_stale(problem, listed, tried)))


def _sampled(
    existing: Sequence[Mutant], listed: Sequence[Equivalent], count: int
) -> Sequence[Mutant]:
    """Return a sample of the mutants that must fail; equivalents, judged in full, take longest."""
    known = {entry.key for entry in listed}
    return sample([mutant for mutant in existing if mutant.key not in known], count)


def _prepare(problem: Problem, settings: Settings) -> None:
    """Build the corpus once, before every worker would."""
    with Sandboxes(problem, settings) as sandboxes:
        result_of(ready_corpus(problem, settings, sandboxes.main))


def _played(
    problem: Problem, settings: Settings, chosen: Sequence[Mutant], workers: int
) -> Iterator[list[MutantResult]]:
    batches = [chosen[i : i + BATCH] for i in range(0, len(chosen), BATCH)]
    if workers <= 1:
        yield from (play_batch(problem, settings, batch) for batch in batches)
        return
    # Not forked: the caller may have threads, and holds a terminal.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        tasks = [pool.submit(play_batch, problem, settings, batch) for batch in batches]
        try:
            for task in as_completed(tasks):
                yield task.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def play_batch(problem: Problem, settings: Settings, batch: Sequence[Mutant]) -> list[MutantResult]:
    """Play some mutants in one sandbox."""
    with Sandboxes(problem, settings) as sandboxes:
        corpus = result_of(ready_corpus(problem, settings, sandboxes.main))
        return [_play(mutant, problem, settings, sandboxes, corpus) for mutant in batch]


def _play(
    mutant: Mutant, problem: Problem, settings: Settings, sandboxes: Sandboxes, corpus: Corpus
) -> MutantResult:
    submission = Submission(mutant.source.encode(), mutant.file)
    trial = Trial.of(problem, submission, settings, sandboxes)
    failed = _first_failure(trial, corpus)
    if failed is None:
        failed = _judge_in_full(trial)
    if failed is None:
        return MutantResult(mutant, Fate.SURVIVED, "accepted")
    verdict, where = failed
    fate = Fate.TIMED_OUT if verdict is Verdict.TIME_LIMIT_EXCEEDED else Fate.KILLED
    return MutantResult(mutant, fate, f"{verdict} on {where}")


def _first_failure(trial: Trial, corpus: Corpus) -> tuple[Verdict, str] | None:
    with trial.player() as player:
        for case in corpus.cases:
            result = trial.judge(player, case, _limit(trial.problem, case))
            if not result.passed and case.group is Group.SCALE:
                result, _ = look_again(trial, case, result)
            if not result.passed:
                return result.verdict, f"{case.group} {case.index + 1}"
    return None


def _limit(problem: Problem, case: Case) -> Limit:
    limit = case_limit(problem, case.reference_cpu_seconds)
    return limit if case.group is Group.SCALE else min(limit, ENDLESS, key=_seconds)


def _seconds(limit: Limit) -> float:
    return limit.cpu_seconds


def _judge_in_full(trial: Trial) -> tuple[Verdict, str] | None:
    report = result_of(judge(trial.submission, trial.problem, trial.settings, trial.sandboxes))
    if report.verdict is Verdict.ACCEPTED:
        return None
    group = report.failure.group if report.failure is not None else "the whole run"
    return report.verdict, str(group)


def _with_reason(tried: MutantResult, listed: Sequence[Equivalent]) -> MutantResult:
    reasons = {entry.key: entry.reason for entry in listed}
    if tried.fate is Fate.SURVIVED and tried.mutant.key in reasons:
        return MutantResult(tried.mutant, Fate.EQUIVALENT, reasons[tried.mutant.key])
    return tried


def _stale(
    problem: Problem, listed: Sequence[Equivalent], tried: Sequence[MutantResult]
) -> Iterator[str]:
    """Say which entries name no mutant on any Python, and which name one that some case fails."""
    known = {key for name, source in _accepted(problem) for key in mutant_keys(name, source)}
    wrong = {one.mutant.key: one for one in tried if one.fate is Fate.KILLED}
    for entry in listed:
        file, line, becomes, nth = entry.key
        name = f"{file}: {line!r} -> {becomes!r}" + (f" (nth = {nth})" if nth > 1 else "")
        if entry.key not in known:
            yield f"{name}: there is no such mutant"
        elif entry.key in wrong:
            yield f"{name}: it is no equivalent: {wrong[entry.key].how}"


def read_equivalents(problem: Problem) -> list[Equivalent]:
    """Return the entries of equivalent.toml, if the package has one. Raises `ProblemError`."""
    path = problem.solutions / "equivalent.toml"
    if not path.exists():
        return []
    try:
        entries = tomllib.loads(path.read_text("utf-8"))["equivalent"]
        return [listed for entry in entries for listed in _listed(entry)]
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise ProblemError(problem.slug, [_fault(path, error)]) from None


def _listed(entry: dict[str, object]) -> Iterator[Equivalent]:
    """Yield what one entry says: `becomes` may be several texts that share a reason."""
    file, line, reason = (_text(entry[name]) for name in ("file", "line", "reason"))
    becomes, nth = entry["becomes"], entry.get("nth", 1)
    if not isinstance(nth, int):
        raise TypeError(f"nth is no number: {nth!r}")
    for text in becomes if isinstance(becomes, list) else [becomes]:
        yield Equivalent((file, line, _text(text), nth), reason)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no text")
    return value


def _fault(path: Path, error: Exception) -> Fault:
    mend = "Give every [[equivalent]] a file, line, becomes and reason, and nth where lines repeat"
    return Fault(str(path), "", f"it cannot be used: {type(error).__name__}: {error}", mend)
