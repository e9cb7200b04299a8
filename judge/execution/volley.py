"""The outcomes of small cases that were played in one exchange."""

from collections.abc import Sequence
from itertools import repeat
from typing import Any

from judge.execution.outcome import Outcome
from judge.records import dataclass
from judge.values import IsRight, Returned, decode_reply, first_call_of
from sandbox import Ending, Limit, Step


@dataclass(frozen=True, slots=True)
class Volley:
    """The outcomes of the cases that have an answer, in order, up to the first that has none.

    Their figures are equal shares of what all took; those that are as expected are one object. If
    the program `ended` meanwhile, there are no outcomes; `broken` is its ending if it broke a rule.
    """

    outcomes: Sequence[Outcome] = ()
    ended: bool = False
    broken: Outcome | None = None


def volley_of(
    step: Step,
    cases: Sequence[bytes],
    answers: Sequence[bytes],
    limit: Limit,
    right: Sequence[Sequence[IsRight]] = (),
) -> Volley:
    """Return what the answers of a volley tell; `right` knows, case by case, which are right."""
    outcomes = []
    share = 1 / max(len(answers), 1)
    cpu, wall = step.cpu_seconds * share, step.wall_seconds * share
    expected = Outcome(
        Ending.REPLY,
        "read",
        True,
        cpu_seconds=cpu,
        wall_seconds=wall,
        spent=cpu,
        limit=limit,
        as_expected=True,
    )
    for arguments, answer, known in zip(cases, answers, right or repeat(()), strict=False):
        if known and _are_right(known, answer):
            outcomes.append(expected)
            continue
        reply = _joined(arguments, answer) if b"\n" in arguments else decode_reply(answer)
        if not isinstance(reply, Returned):
            break
        outcome = Outcome(
            Ending.REPLY,
            "read",
            True,
            reply.value,
            cpu_seconds=cpu,
            wall_seconds=wall,
            spent=cpu,
            limit=limit,
            answer_bytes=len(answer),
        )
        outcomes.append(outcome)
    return Volley(outcomes)


def _are_right(known: Sequence[IsRight], answer: bytes) -> bool:
    """Whether the replies to all batches of a case are right."""
    if len(known) == 1:
        return known[0](answer)
    replies = answer.split(b"\n")
    right = (is_right(reply) for is_right, reply in zip(known, replies, strict=True))
    return len(replies) == len(known) and all(right)


def _joined(arguments: bytes, answer: bytes) -> Returned | None:
    """Return the results of a case in batches; None unless there is exactly one for each call."""
    lines, replies = arguments.split(b"\n"), answer.split(b"\n")
    results: list[Any] = []
    if len(replies) != len(lines):
        return None
    for line, payload in zip(lines, replies, strict=True):
        reply = decode_reply(payload)
        if len(results) != first_call_of(line) or not isinstance(reply, Returned):
            return None
        if type(reply.value) is not list:
            return None
        results += reply.value
    return Returned(results)
