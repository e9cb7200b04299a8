from io import StringIO
from typing import Any

from rich.console import Console

from judge.frontends.calls import call_rows, call_table

CALLS = {"calls": ["Cache", "put", "get"], "arguments": [[2], ["a", 1], ["a"]]}


def render(rows: list[Any], width: int = 80) -> str:
    console = Console(file=StringIO(), width=width, color_system=None)
    with console.capture() as shown:
        console.print(call_table(rows, ascii_only=True))
    return shown.get()


def test_each_call_stands_beside_both_results() -> None:
    """The table has the call as people write it, what was expected and what came."""
    rows = call_rows(CALLS, [None, None, 1], [None, None, 2])
    assert [row.call for row in rows] == ["Cache(2)", "put('a', 1)", "get('a')"]
    assert (rows[2].expected, rows[2].actual, rows[2].differs) == ("1", "2", True)
    assert "<- differs" in render(rows)


def test_a_type_that_differs_is_a_difference() -> None:
    """True in place of 1 is marked, as the checker marks it."""
    assert call_rows(CALLS, [None, None, 1], [None, None, True])[2].differs


def test_a_sequence_that_ended_early_shows_what_there_is() -> None:
    """When a call raised, there are no results, and the calls are shown all the same."""
    rows = call_rows(CALLS, [None, None, 1], None)
    assert [row.actual for row in rows] == ["", "", ""]
    assert not any(row.differs for row in rows)


def test_an_earlier_result_is_named() -> None:
    """An argument that stands for the result of a call says of which."""
    rows = call_rows({"calls": ["f"], "arguments": [[{"result": 3}]]}, [1], [1])
    assert rows[0].call == "f(result of #3)"


def test_a_long_sequence_keeps_its_beginning_and_the_difference() -> None:
    """Of 1,000 calls the first ones and those up to the first difference are shown."""
    calls = {"calls": ["f"] * 1000, "arguments": [[n] for n in range(1000)]}
    expected = list(range(1000))
    actual = [*expected[:700], -1, *expected[701:]]
    rows = call_rows(calls, expected, actual)
    assert len(rows) < 30
    assert [row.number for row in rows if row.differs] == [700]
    assert "... 678 more calls ..." in [row.call for row in rows]


def test_a_narrow_terminal_gets_every_character() -> None:
    """At 40 columns the text is folded, not lost."""
    shown = render(call_rows(CALLS, [None, None, 1], [None, None, 2]), width=40)
    assert all(len(line) <= 40 for line in shown.splitlines())
    assert "put('a'," in shown


def test_calls_of_a_wrong_shape_are_shown_plainly() -> None:
    """A report of another server may hold anything."""
    assert len(call_rows({"calls": 3}, None, None)) == 1


def test_the_call_that_raised_is_marked() -> None:
    """With the exception's type, made safe; a call that does not exist is not believed."""
    rows = call_rows(CALLS, [None, None, 1], None, (2, "Key\x1bError"))
    assert [row.differs for row in rows] == [False, False, True]
    assert rows[2].actual.startswith("raised Key")
    assert "\x1b" not in rows[2].actual
    assert not any(row.differs for row in call_rows(CALLS, None, None, (7, "KeyError")))
