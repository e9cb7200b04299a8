from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from judge.cli.render.difference import answer_lines, first_difference

VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists)


def test_the_first_difference_is_marked_below_both() -> None:
    """Expected stands above actual, and the mark below the item in which they part."""
    assert answer_lines([1, 2, 3], [1, 5, 3], 80) == [
        "expected  [1, 2, 3]",
        "actual    [1, 5, 3]",
        "              ^ first difference, at [1]",
    ]


def test_a_late_difference_in_a_long_list_is_shown() -> None:
    """Of values wider than the line the part around the difference is shown, in both lines."""
    right = list(range(1000))
    wrong = [*right[:700], -1, *right[701:]]
    expected, actual, mark = answer_lines(right, wrong, 60)
    column = mark.index("^")
    assert expected[column:].startswith("700")
    assert actual[column:].startswith("-1")
    assert mark.endswith("at [700]")


def test_wide_characters_keep_the_mark_in_place() -> None:
    """A character two columns wide moves the mark by two."""
    _, _, mark = answer_lines("日本a", "日本b", 80)
    assert mark.index("^") == len("expected  '") + 4


def test_answers_of_any_order_have_no_mark() -> None:
    """Where order does not matter, the first difference in order says nothing."""
    right, wrong = list(range(50)), list(range(1, 51))
    assert answer_lines(right, wrong, 40, mark=False) == [
        "expected  [0, 1, 2, 3, 4, 5, 6, 7, 8,...",
        "actual    [1, 2, 3, 4, 5, 6, 7, 8, 9,...",
    ]


def test_scalars_that_differ_at_once_need_no_mark() -> None:
    """3 against 5 is plain to see."""
    assert answer_lines(3, 5, 80) == ["expected  3", "actual    5"]


@pytest.mark.parametrize("filler", ["\u0301", "\u1161", "\u093e"])
def test_what_takes_no_column_is_bounded_too(filler: str) -> None:
    """A line is cut by its characters as well: thousands can stand in no column at all."""
    for line in answer_lines("a", "a" + filler * 10_000, 80):
        assert len(line) < 300


@pytest.mark.parametrize(
    ("expected", "actual", "path"),
    [
        ([[1], [2, 3]], [[1], [2, 4]], "[1][1]"),
        ([1, 2], [1], "[1]"),
        ([1], [1, 2], "[1]"),
        ([1], [True], "[0]"),
        ([1], [1.0], "[0]"),
        (1, 2, ""),
        ([1], [1], ""),
    ],
)
def test_the_path_leads_to_the_first_difference(expected: Any, actual: Any, path: str) -> None:
    """The path is what a person would type after the answer's name."""
    assert first_difference(expected, actual) == path


@settings(deadline=None)  # a busy machine is no failure
@given(VALUES, VALUES, st.integers(30, 120))
def test_no_line_is_wider_than_asked(expected: Any, actual: Any, width: int) -> None:
    """Whatever the values, each line fits into the width."""
    for line in answer_lines(expected, actual, width):
        assert cell_len(line) <= width
        assert line.isprintable()
