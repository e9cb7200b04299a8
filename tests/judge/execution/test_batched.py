import pytest

from judge.execution.batched import BatchedCase
from judge.execution.limits import SIDE_OF_BATCHES
from judge.execution.outcome import Outcome, ending_message
from sandbox import Ending, Limit

WHOLE = Limit(2.0, 5.0)


def half_spent() -> BatchedCase:
    """Return a long case of which one batch was played."""
    case = BatchedCase(WHOLE)
    case.add(Outcome(Ending.REPLY, "read", True, [1], cpu_seconds=1.5, wall_seconds=1.5), 2.0)
    return case


@pytest.mark.parametrize("stage", ["call", "read"])
def test_what_passes_the_limit_of_the_calls_names_the_whole_of_it(stage: str) -> None:
    """Not what was left of it; work put off until an answer is read counts as a call's."""
    case = half_spent()
    outcome = Outcome(Ending.CPU_LIMIT, stage, cpu_seconds=0.6, limit=case.left())
    stopped = case.stopped(outcome, case.side_left())
    assert (stopped.limit, stopped.cpu_seconds) == (WHOLE, 2.1)
    assert ending_message(stopped).startswith("it took over 2 s of CPU time")


@pytest.mark.parametrize("stage", ["prepare", "read"])
def test_what_passes_the_limit_beside_the_calls_names_that(stage: str) -> None:
    """Arguments and answers have a limit of their own for all batches."""
    case = half_spent()
    side = case.side_left()
    stopped = case.stopped(Outcome(Ending.WALL_LIMIT, stage, limit=side), side)
    assert stopped.limit == SIDE_OF_BATCHES
    assert ending_message(stopped).startswith("it took over 48 s of wall time")


def test_a_host_without_a_cpu_clock_is_named() -> None:
    """There the wall clock is held to the limit of CPU time."""
    outcome = Outcome(Ending.WALL_LIMIT, "call", limit=WHOLE, detail="no CPU clock on this host")
    assert ending_message(outcome) == "it took over 2 s (no CPU clock on this host)"


def test_replies_that_are_as_expected_are_decoded_once_another_is_not() -> None:
    """Until then nobody needs their results; of the whole case there is one value then."""
    case = BatchedCase(WHOLE)
    right = Outcome(Ending.REPLY, "read", True, (b'{"ok":[null,1]}',), as_expected=True)
    case.add(right, 0.1)
    assert (case.results, case.count) == ([], None)
    known = case.ended(Ending.REPLY, "")
    assert (known.as_expected, known.answer) == (True, [None, 1])
    case.add(Outcome(Ending.REPLY, "read", True, [5]), 0.1)
    assert (case.results, case.count) == ([None, 1, 5], 3)
    case.add(right, 0.1)
    outcome = case.ended(Ending.REPLY, "")
    assert not outcome.as_expected
    assert outcome.value == outcome.answer == [None, 1, 5, None, 1]
