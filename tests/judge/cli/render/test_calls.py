from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from judge.cli.render.calls import ONE_OF_MANY, call_rows, call_table
from judge.kinds.views import Calls
from judge.reports.views import view_of
from judge.verdict import Verdict
from tests.judge.cli.reports import LIMITER, failure

CALLS = {"calls": ["Cache", "put", "get"], "arguments": [[2], ["a", 1], ["a"]]}
WRONG, RAISED = Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR


def view(
    arguments: Any, expected: Any, actual: Any, verdict: Verdict = WRONG, call: int | None = None
) -> Calls:
    """Return what is drawn of a case of calls."""
    case = failure(arguments=arguments, expected=expected, actual=actual, call=call)
    found = view_of(case, verdict, LIMITER, exact=True)
    assert isinstance(found, Calls)
    return found


def render(rows: list[Any], width: int = 80, *, one_of_many: bool = False) -> str:
    console = Console(file=StringIO(), width=width, color_system=None)
    with console.capture() as shown:
        console.print(call_table(rows, ascii_only=True, one_of_many=one_of_many))
    return shown.get()


def test_each_call_stands_beside_both_results() -> None:
    """The table has the call as people write it, what was expected and what came."""
    rows = call_rows(view(CALLS, [None, None, 1], [None, None, 2]))
    assert [row.call for row in rows] == ["Cache(2)", "put('a', 1)", "get('a')"]
    assert (rows[2].expected, rows[2].actual, rows[2].marked) == ("1", "2", True)
    assert "<- differs" in render(rows)


def test_a_sequence_that_ended_early_shows_what_there_is() -> None:
    """When a call raised, there are no results, and the calls are shown all the same."""
    rows = call_rows(view(CALLS, [None, None, 1], None))
    assert [row.actual for row in rows] == ["", "", ""]
    assert not any(row.marked for row in rows)


def test_an_earlier_result_is_named() -> None:
    """An argument that stands for the result of a call says of which."""
    rows = call_rows(view({"calls": ["f"], "arguments": [[{"result": 3}]]}, [1], [1]))
    assert rows[0].call == "f(result of #3)"


def test_a_long_sequence_keeps_its_beginning_and_the_difference() -> None:
    """Of 1,000 calls the first ones and those up to the first difference are shown."""
    calls = {"calls": ["f"] * 1000, "arguments": [[n] for n in range(1000)]}
    expected = list(range(1000))
    actual = [*expected[:700], -1, *expected[701:]]
    rows = call_rows(view(calls, expected, actual))
    assert len(rows) < 30
    assert [row.number for row in rows if row.marked] == [700]
    texts = [row.call for row in rows]
    assert "... 678 more calls ..." in texts
    assert texts[-1] == "... 298 more of 1,000 calls ..."


def test_a_narrow_terminal_gets_every_character() -> None:
    """At 40 columns the text is folded, not lost."""
    shown = render(call_rows(view(CALLS, [None, None, 1], [None, None, 2])), width=40)
    assert all(len(line) <= 40 for line in shown.splitlines())
    assert "put('a'," in shown


def test_the_call_that_raised_is_marked() -> None:
    """With the exception's type, made safe; a call that does not exist is not believed."""
    rows = call_rows(view(CALLS, [None, None, 1], None, RAISED, 2), "Key\x1bError")
    assert [row.marked for row in rows] == [False, False, True]
    assert rows[2].actual.startswith("raised Key")
    assert "\x1b" not in rows[2].actual
    assert not any(row.marked for row in call_rows(view(CALLS, None, None, RAISED, 7), "KeyError"))


def test_only_the_call_that_is_blamed_is_marked() -> None:
    """Where many answers are right, one that differs from the reference's is no fault."""
    rows = call_rows(view(CALLS, [None, "1", 0], [None, "2", 0], call=2))
    assert [row.marked for row in rows] == [False, False, True]
    text = render(rows, one_of_many=True)
    assert text.count("<-") == text.count("0 <- wrong") == 1
    assert ONE_OF_MANY in text
    assert "expected" not in text


def test_nothing_is_marked_without_blame() -> None:
    """An accepted sequence may differ: what a silent call returns is nobody's business."""
    rows = call_rows(view(CALLS, [None, None, 1], [None, 7, 1], Verdict.ACCEPTED))
    assert "<-" not in render(rows)


SOME = {
    "calls": ["f"] * 4,
    "arguments": [[n] for n in (0, 1, 700, 701)],
    "numbers": [0, 1, 700, 701],
    "total": 1000,
}


def test_calls_that_the_report_leaves_out_are_counted() -> None:
    """The calls keep their own numbers, and the mark finds its call by them."""
    rows = call_rows(view(SOME, [None, 1, 2, 3], [None, 1, 5, 3], call=700))
    assert [row.number for row in rows] == [0, 1, None, 700, 701, None]
    assert [row.number for row in rows if row.marked] == [700]
    assert (rows[3].expected, rows[3].actual) == ("2", "5")
    assert rows[2].call == "... 698 more calls ..."
    assert rows[5].call == "... 298 more of 1,000 calls ..."


@pytest.mark.parametrize("numbers", [[0, 1], [3, 2, 1, 0], [0, 1, 2, 4000], ["a", 1, 2, 3], 7])
def test_numbers_of_a_wrong_shape_are_not_believed(numbers: Any) -> None:
    """A report of another server may hold anything."""
    rows = call_rows(view({**SOME, "numbers": numbers}, None, None))
    assert [row.number for row in rows] == [0, 1, 2, 3]
