"""Make every case of a package version, with the reference's answers."""

import hashlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from typing import Any

from judge.errors import Fault, ProblemError
from judge.events import CorpusBuilding
from judge.problems.case import Answer, Case, Group
from judge.problems.corpus import Corpus
from judge.problems.problem import Problem
from judge.reduction import weight
from judge.values import canonical_json

#: Plays the reference: arguments by name -> its answer.
Play = Callable[[dict[str, Any]], Answer]

#: Inputs drawn from the package's strategy, always by the same seed.
GENERATED, SEED = 300, 20260101
#: An author who mends ten faults has mended most.
FAULTS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class _Input:
    group: Group
    arguments: dict[str, Any]
    size: int | None = None
    stated: tuple[Any, ...] = ()  #: the answer, where the statement itself gives it


def build_corpus(
    problem: Problem, play: Play, *, generated: int = GENERATED
) -> Generator[CorpusBuilding, None, Corpus]:
    """Make every case; yield progress and return the corpus.

    Raises `ProblemError` when a strategy makes an input that the package itself refuses.
    """
    inputs = _inputs(problem, generated)
    cases: list[Case] = []
    counts = dict.fromkeys(Group, 0)
    for done, made in enumerate(inputs):
        yield CorpusBuilding(done, len(inputs))
        answer = play(made.arguments)
        if made.stated:
            answer = replace(answer, value=made.stated[0])
        index = counts[made.group]
        counts[made.group] += 1
        sent = problem.encode(made.arguments)
        cases.append(problem.case(made.group, index, sent, answer, size=made.size))
    yield CorpusBuilding(len(inputs), len(inputs))
    return Corpus(problem.version, tuple(cases))


def _inputs(problem: Problem, generated: int) -> list[_Input]:
    """Return every input once, in playing order; raises `ProblemError` naming the bad ones."""
    validate = problem.strategies().validate
    seen: set[bytes] = set()
    inputs: list[_Input] = []
    faults: list[Fault] = []
    for made in _made(problem, generated):
        reason = validate(made.arguments)
        if reason is not None:
            faults.append(_fault(made, reason))
        # Not the text itself: that of a scale case may be tens of megabytes.
        text = hashlib.sha256(canonical_json(made.arguments).encode("ascii")).digest()
        if text not in seen:
            seen.add(text)
            inputs.append(made)
    if faults:
        raise ProblemError(problem.slug, faults[:FAULTS_SHOWN])
    return inputs


def _made(problem: Problem, generated: int) -> Iterator[_Input]:
    from judge.problems.sampling import draw  # noqa: PLC0415 - Hypothesis costs 200 ms to import

    strategies = problem.strategies()
    listed = [
        _Input(Group.SAMPLE, dict(sample.arguments), stated=(sample.expected,))
        for sample in problem.samples
    ]
    listed += [_Input(Group.EDGE, arguments) for arguments in strategies.edges()]
    yield from listed
    known = frozenset(canonical_json(made.arguments) for made in listed)
    drawn = draw(strategies.generated(), count=generated, seed=SEED, known=known)
    names = problem.names()
    for arguments in sorted(drawn, key=lambda drawn: weight(_ordered(names, drawn))):
        yield _Input(Group.GENERATED, arguments)
    for size, arguments in strategies.scales():
        yield _Input(Group.SCALE, arguments, size)


def _ordered(names: tuple[str, ...], arguments: dict[str, Any]) -> dict[str, Any]:
    return {name: arguments[name] for name in names if name in arguments}


def _fault(made: _Input, reason: str) -> Fault:
    place = {
        Group.SAMPLE: ("problem.toml", "samples"),
        Group.EDGE: ("strategies.py", "edges()"),
        Group.GENERATED: ("strategies.py", "generated()"),
        Group.SCALE: ("strategies.py", "scales()"),
    }[made.group]
    text = canonical_json(made.arguments)
    short = text if len(text) <= 120 else text[:120] + "..."
    return Fault(
        *place,
        reason=f"makes {short}, which validate() refuses: {reason}",
        mend="Keep every input inside the constraints of the statement",
    )
