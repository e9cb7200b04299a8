"""The road of hostile bytes: from a reply pipe to a verdict, for every kind of problem there is."""

from functools import cache
from pathlib import Path

from judge.execution.outcome import Outcome
from judge.judging.decision import decide
from judge.problems.catalog import Catalog
from judge.problems.problem import Problem
from judge.values.replies import Raised, Returned, decode_load, decode_reply
from judge.verdict import Verdict
from sandbox import Ending
from sandbox.exchange import Exchange
from sandbox.frames import READ, frame
from tests.answers import StubCase

NONCE = bytes(range(16))
CAP = 16 * 1024 * 1024
ROOT = Path(__file__).resolve().parents[2]


def verdicts_of(payload: bytes) -> set[Verdict]:
    """Judge bytes as the answer to the first sample of every problem. Never raises."""
    outcome = outcome_of(payload)
    return {judged(problem, outcome) for problem in problems()}


def outcome_of(payload: bytes) -> Outcome:
    """Read bytes as the reply of a program."""
    decode_load(payload)
    reply = decode_reply(payload)
    if isinstance(reply, Returned):
        return Outcome(Ending.REPLY, "read", returned=True, value=reply.value)
    if isinstance(reply, Raised):
        return Outcome(Ending.REPLY, "call", raised=reply.info)
    return Outcome(Ending.BREACH, "read", detail=reply.reason)


def judged(problem: Problem, outcome: Outcome) -> Verdict:
    """Judge an outcome as that of the problem's first sample."""
    sample = problem.samples[0]
    result = decide(problem, StubCase(lambda: sample.arguments, sample.expected), outcome)
    assert result.passed or result.message
    return result.verdict


@cache
def problems() -> tuple[Problem, ...]:
    """Return the problems of this checkout: every checker and every shape of an answer."""
    catalog = Catalog(ROOT / "problems", ROOT / "solutions")
    return tuple(catalog.get(slug) for slug in catalog.slugs())


def take_pieces(pieces: list[bytes]) -> tuple[Ending, str] | None:
    """Feed what was read from a reply pipe, read by read, until it is an ending."""
    exchange = Exchange(READ, NONCE, b"")
    for piece in pieces:
        ended = exchange.take(piece, CAP)
        if ended is not None:
            return ended
    return None


def one_input(data: bytes) -> None:
    """Play one input of a fuzzer: as a payload, in its frame, and as what the pipe gave."""
    verdicts_of(data)
    verdicts_of(b'{"ok":' + data + b"}")
    assert take_pieces([frame(READ, NONCE, data)]) == (Ending.REPLY, "")
    cut = data[0] if data else 0
    take_pieces([data[:cut], data[cut:]] if 0 < cut < len(data) else [data])
