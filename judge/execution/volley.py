"""The outcomes of small cases that were played in one exchange."""

from collections.abc import Sequence
from typing import Any

from judge.execution.outcome import Outcome
from judge.records import dataclass
from judge.values import Returned, decode_reply, first_call_of
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
    right: Sequence[bytes | None] = (),
) -> Volley:
    """Return what the answers of a volley tell; those that `right` has in their places pass."""
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
    rights = right or [None] * len(cases)
    for arguments, answer, known in zip(cases, answers, rights, strict=False):
        if answer == known:
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
