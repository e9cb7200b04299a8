"""Look for what the verdicts of sample solutions do not show: faults of a package's own parts.

Too few inputs, a checker that refuses the statement's own answers, a `sized` that leaves the
constraints, a reference whose answers differ from call to call, and samples that no run sees.
"""

import random
from collections import Counter
from collections.abc import Iterator

from judge.errors import Fault, ProblemError
from judge.events import result_of
from judge.execution import Sandboxes
from judge.judging import Trial, ready_corpus, trust_reference
from judge.kinds import SentCase
from judge.problems import Corpus, Group, Problem, asked_inputs, is_left_behind
from judge.records import dataclass
from judge.settings import Settings
from judge.values import from_json, json_bytes, parse_type
from judge.verdict import Verdict

#: The least part of the inputs asked for that `generated` must give.
LEAST_SHARE = 0.5
#: Cases on which the reference is asked again, each in a fresh program.
ASKED_AGAIN = 12
#: Inputs of `sized` that are validated for each size.
SIZED_INPUTS = 2
#: A larger size takes long to make and to validate.
LARGEST_SIZED = 20_000


@dataclass(frozen=True, slots=True)
class Soundness:
    """How many cases of each group a package has, and its faults."""

    slug: str
    groups: dict[str, int]
    faults: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        return not self.faults


def examine_package(problem: Problem, settings: Settings, sandboxes: Sandboxes) -> Soundness:
    """Make the cases of a package and look for faults. Raises `ProblemError` if that fails."""
    corpus = result_of(ready_corpus(problem, settings, sandboxes.main))
    counts = Counter(case.group for case in corpus.cases)
    looks = (
        _few_inputs(problem, counts),
        _refused_samples(problem),
        _sized_faults(problem),
        _changing_answers(problem, corpus, settings, sandboxes),
        _unseen_samples(problem),
    )
    faults: list[Fault] = []
    for look in looks:
        try:
            faults += look
        except ProblemError as error:
            faults += error.faults
    groups = {group.value: counts[group] for group in Group if group not in (Group.LIVE, Group.MET)}
    return Soundness(problem.slug, groups, tuple(faults))


def _few_inputs(problem: Problem, counts: Counter[Group]) -> Iterator[Fault]:
    if problem.kind.cases is not None:
        return
    most, found = problem.strategies().most_inputs, counts[Group.GENERATED]
    asked = asked_inputs(most)
    if found < LEAST_SHARE * asked:
        reason = f"{asked} different inputs were asked for and {found} came"
        mend = "Filter less and vary more; if there are no more, say so: MOST_INPUTS = 20"
        yield _strategy_fault(problem, "generated()", reason, mend)


def _refused_samples(problem: Problem) -> Iterator[Fault]:
    """Ask the package's own checker about the answers of the statement."""
    if problem.checker != "custom":
        return
    for number, sample in enumerate(problem.samples):
        declared = parse_type(problem.interface.returns)
        answer = from_json(declared, sample.expected) if _is_function(problem) else sample.expected
        sent = SentCase(
            problem.names(), problem.encode(sample.arguments), json_bytes(sample.expected)
        )
        check = problem.rules.custom(sent, answer)
        if not check.passed:
            reason = f"it refuses the answer of sample {number + 1}: {check.message}"
            path = str(problem.file("checker.py").path)
            yield Fault(path, "check", reason, "Change the checker, or the sample in problem.toml")


def _is_function(problem: Problem) -> bool:
    return not problem.interface.methods


def _sized_faults(problem: Problem) -> Iterator[Fault]:
    """Validate inputs of the smallest and the largest size, and of sizes in between."""
    if problem.kind.cases is not None:
        return
    strategies = problem.strategies()
    if strategies.sized is None:
        return
    smallest, largest = strategies.sizes
    sizes = {smallest, min(largest, LARGEST_SIZED)}
    sizes |= {n for n in (smallest + 1, 10, 100, 1000) if smallest <= n <= largest}
    for n in sorted(sizes):
        for seed in range(SIZED_INPUTS):
            given = strategies.sized(n, random.Random(seed))  # noqa: S311 - inputs, no secret
            if set(given) != set(problem.names()):
                reason = f"for n = {n} it gives {', '.join(sorted(given))} as arguments"
            else:
                refusal = strategies.validate(given)
                reason = f"for n = {n} it makes what validate() refuses: {refusal}"
                if refusal is None:
                    continue
            mend = "Keep it inside the constraints, or change SIZES"
            yield _strategy_fault(problem, "sized()", reason, mend)
            return


def _changing_answers(
    problem: Problem, corpus: Corpus, settings: Settings, sandboxes: Sandboxes
) -> Iterator[Fault]:
    """Play the reference again on some cases, each alone in a fresh program."""
    if problem.kind.cases is not None:
        return
    again = [case for case in corpus.small() if case.group is not Group.SAMPLE]
    trial = Trial.of(problem, problem.reference, settings, sandboxes)
    for case in again[:: max(len(again) // ASKED_AGAIN, 1)]:
        trust_reference(trial, case)
    yield from ()


def _unseen_samples(problem: Problem) -> Iterator[Fault]:
    """Look for sample solutions where nothing finds them, and for a lack of wrong ones."""
    seen = {sample.path for sample in problem.sample_solutions()}
    for folder in sorted(path for path in problem.solutions.iterdir() if path.is_dir()):
        for path in sorted(folder.iterdir()) if not is_left_behind(folder.name) else ():
            if path not in seen and not is_left_behind(path.name):
                suffix = problem.language.suffixes[0]
                reason = (
                    f"nothing judges it: samples are {suffix} files right in a verdict's folder"
                )
                yield Fault(str(path), "", reason, "Move it, rename it or remove it")
    if all(sample.verdict is Verdict.ACCEPTED for sample in problem.sample_solutions()):
        reason = "there is no sample that must fail, so nothing shows that the cases find mistakes"
        mend = "Add one with a typical mistake in wrong_answer/"
        yield Fault(str(problem.solutions), "", reason, mend)


def _strategy_fault(problem: Problem, function: str, reason: str, mend: str) -> Fault:
    return Fault(str(problem.file("strategies.py").path), function, reason, mend)
