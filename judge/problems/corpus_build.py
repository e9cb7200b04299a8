"""Build the corpus of a package version: all inputs, answered by the reference."""

import hashlib
from collections.abc import Callable, Generator, Iterator
from typing import Any

from judge.errors import Fault, ProblemError
from judge.events import CorpusBuilding
from judge.problems.author.call import STRATEGIES_SECONDS, Allowance
from judge.problems.case import Answer, Case, Group
from judge.problems.corpus import Corpus
from judge.problems.problem import Problem
from judge.records import dataclass, replace
from judge.reduction import weight
from judge.values import canonical_json

#: Calls the reference: arguments by name -> its answer.
Play = Callable[[dict[str, Any]], Answer]

#: Number of inputs drawn from the package's strategy, and their fixed seed.
GENERATED, SEED = 300, 20260101
#: Faults shown at once: the others mostly have the same cause.
FAULTS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class _Input:
    group: Group
    arguments: dict[str, Any]
    size: int | None = None
    stated: tuple[Any, ...] = ()  #: the answer, if the statement gives it


def build_corpus(
    problem: Problem, play: Play, *, generated: int = GENERATED
) -> Generator[CorpusBuilding, None, Corpus]:
    """Make every case; yield progress and return the corpus.

    Raises `ProblemError` if a strategy makes an input that the package's own `validate` rejects.
    """
    inputs = _inputs(problem, generated)
    cases: list[Case] = []
    counts = dict.fromkeys(Group, 0)
    for done, item in enumerate(inputs):
        yield CorpusBuilding(done, len(inputs))
        answer = play(item.arguments)
        if item.stated:
            answer = replace(answer, value=item.stated[0])
        index = counts[item.group]
        counts[item.group] += 1
        sent = problem.encode(item.arguments)
        cases.append(problem.case(item.group, index, sent, answer, size=item.size))
    yield CorpusBuilding(len(inputs), len(inputs))
    return Corpus(problem.home.version, tuple(cases))


def asked_inputs(most: int | None) -> int:
    """Return how many inputs are asked of a strategy that gives `most`, if that is known."""
    return GENERATED if most is None else min(most, GENERATED)


def _inputs(problem: Problem, generated: int) -> list[_Input]:
    """Return every input once, in playing order. Raises `ProblemError` with the invalid ones."""
    validate = problem.strategies().validate
    seen: set[bytes] = set()
    inputs: list[_Input] = []
    faults: list[Fault] = []
    for item in _drawn(problem, generated):
        reason = validate(item.arguments)
        if reason is not None:
            faults.append(_fault(item, reason))
        # Not the text itself, which may be tens of megabytes for a scale case.
        text = hashlib.sha256(canonical_json(item.arguments).encode("ascii")).digest()
        if text not in seen:
            seen.add(text)
            inputs.append(item)
    if faults:
        raise ProblemError(problem.slug, faults[:FAULTS_SHOWN])
    return inputs


def _drawn(problem: Problem, generated: int) -> Iterator[_Input]:
    strategies, together = problem.strategies(), Allowance(STRATEGIES_SECONDS)
    listed = [
        _Input(Group.SAMPLE, dict(sample.arguments), stated=(sample.expected,))
        for sample in problem.samples
    ]
    listed += [_Input(Group.EDGE, arguments) for arguments in strategies.edges(together)]
    yield from listed
    known = frozenset(canonical_json(item.arguments) for item in listed)
    drawn = strategies.draw(count=generated, seed=SEED, known=known, allowance=together)
    names = problem.names()
    for arguments in sorted(drawn, key=lambda drawn: weight(_ordered(names, drawn))):
        yield _Input(Group.GENERATED, arguments)
    for size, arguments in strategies.scales(together):
        yield _Input(Group.SCALE, arguments, size)


def _ordered(names: tuple[str, ...], arguments: dict[str, Any]) -> dict[str, Any]:
    return {name: arguments[name] for name in names if name in arguments}


def _fault(item: _Input, reason: str) -> Fault:
    place = {
        Group.SAMPLE: ("problem.toml", "samples"),
        Group.EDGE: ("strategies.py", "edges()"),
        Group.GENERATED: ("strategies.py", "generated()"),
        Group.SCALE: ("strategies.py", "scales()"),
    }[item.group]
    text = canonical_json(item.arguments)
    short = text if len(text) <= 120 else text[:120] + "..."
    return Fault(
        *place,
        reason="makes an input that validate() refuses",
        mend="Keep every input inside the constraints of the statement",
        values=f": {short}: {reason}",
    )
