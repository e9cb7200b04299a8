"""What the events of a problem come to: hints, failures in a row, solved."""

import pytest

from judge.practice import Event, Past, new_event, past_of


def submit(verdict: str, kind: str = "submit") -> Event:
    return new_event(kind, problem="lca", verdict=verdict)


def test_failures_count_in_a_row_and_an_accepted_one_ends_them() -> None:
    """What does not load counts for nothing, and a replay is no submission."""
    events = [submit("WA"), submit("CE"), submit("IE"), submit("TLE"), submit("WA", "replay")]
    assert past_of(events) == Past(failures=2)
    assert not past_of(events).stuck
    assert past_of([*events, submit("RTE")]).stuck
    assert past_of([*events, submit("AC"), submit("WA")]) == Past(failures=1, solved=True)


def test_what_was_imported_is_solved_and_no_failure() -> None:
    """It was written elsewhere."""
    assert past_of([submit("WA", "import"), submit("AC", "import")]) == Past(solved=True)


@pytest.mark.parametrize("number", [None, "1", -1, 0, True, 1.5, [1]])
def test_a_hint_of_no_number_opens_none(number: object) -> None:
    """An imported line may say anything."""
    hints = [new_event("hint", facts={"n": n}) for n in (2, number, 4, 2)]
    assert past_of(hints).hints == {2, 4}
