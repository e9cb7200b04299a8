"""The outcomes of small cases that were played in one exchange."""

from collections.abc import Sequence
from dataclasses import dataclass

from judge.execution.outcome import Outcome
from judge.values import Returned, decode_reply
from sandbox import Ending, Limit, Step


@dataclass(frozen=True, slots=True)
class Volley:
    """The outcomes of the cases that have an answer, in order, up to the first that has none.

    Their figures are equal shares of what all took. If the program `ended` meanwhile, there are no
    outcomes; `broken` is its ending if it broke a rule.
    """

    outcomes: Sequence[Outcome] = ()
    ended: bool = False
    broken: Outcome | None = None


def volley_of(step: Step, answers: Sequence[bytes], limit: Limit) -> Volley:
    """Return what the answers of a volley tell."""
    outcomes = []
    share = 1 / max(len(answers), 1)
    cpu, wall = step.cpu_seconds * share, step.wall_seconds * share
    for answer in answers:
        reply = decode_reply(answer)
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
