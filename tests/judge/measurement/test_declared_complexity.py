import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.measurement.classes import CLASSES
from judge.measurement.complexity_terms import bounds
from judge.measurement.declared_complexity import agreement, declared, in_text
from judge.measurement.fitting import Fit

SPELLINGS = {
    "Time: O(n log n)": ("n log n", None),
    "Time complexity: O(n), Space complexity: O(1)": ("n", "1"),
    "O(n) time, O(1) space": ("n", "1"),
    "O(1) extra space, O(n) time": ("n", "1"),
    "O(n log n) time and O(n) extra space": ("n log n", "n"),
    "Time O(n) Space O(1)": ("n", "1"),
    "T: O(n), S: O(1)": ("n", "1"),
    "TC: O(n^2) SC: O(1)": ("n^2", "1"),
    "T.C.: O(n)": ("n", None),
    "Time/Space: O(n)": ("n", "n"),
    "Time and space: O(n)": ("n", "n"),
    "Time Complexity - O(N)\nSpace Complexity - O(N)": ("n", "n"),
    "Time complexity:\n  O(n * 4^n)": ("2^n", None),
    "runs in linear time": ("n", None),
    "quadratic time, constant space": ("n^2", "1"),
    "Complexity: O(n log n)": ("n log n", None),
    "Worst-case time is O(n), space is O(log n)": ("n", "log n"),
    "- Time: **O(n)**": ("n", None),
    "Time complexity: n log n": ("n log n", None),
    "Time:  O(n)  |  Space:  O(1)": ("n", "1"),
    "Memory: O(n)": (None, "n"),
    "Expected O(n) time": ("n", None),
    "this O(n) loop is fine": (None, None),
    "the best time to buy in space": (None, None),
}


@pytest.mark.parametrize("text", SPELLINGS)
def test_usual_spellings_are_read(text: str) -> None:
    """However people write it: the key before the term or behind it, with or without its O."""
    found = {one.what: one.name for one in in_text(text)}
    assert (found.get("time"), found.get("space")) == SPELLINGS[text]


TERMS = {
    "1": ("1", "1"),
    "n": ("n", "n"),
    "N": ("n", "n"),
    "2n + 5": ("n", "n"),
    "n/2": ("n", "n"),
    "nlogn": ("n log n", "n log n"),
    "n * log2(n)": ("n log n", "n log n"),
    "log₂ n": ("log n", "log n"),
    "n²": ("n^2", "n^2"),
    "n**3": ("n^3", "n^3"),
    "n*n": ("n^2", "n^2"),
    "n^2 log n": ("n^2", "n^2"),
    "2**n": ("2^n", "2^n"),
    "n!": ("2^n", "2^n"),
    "n * F(n)": ("2^n", "2^n"),
    "sqrt(n)": ("log n", "n"),
    "n^1.5": ("n", "n^2"),
    "h": ("1", "n"),
    "n + k": ("n", "n"),
    "n * k": ("n", "n^2"),
    "min(n, k)": ("1", "n"),
    "len(nums) + n": ("n", "n"),
    "f + 10 log f": ("1", "2^n"),
    "log(n!)": ("n", "n"),
    "n^5": ("n^3", "2^n"),
}


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_read_into_the_classes_it_allows(term: str) -> None:
    """Other variables than n leave room, and only what is surely meant is held to."""
    found = bounds(term)
    assert found is not None
    assert (found.low, found.high) == TERMS[term]


def test_what_is_no_term_is_not_guessed_at() -> None:
    """Then nothing can be told, which is said."""
    for text in ("n /", "((n)", "n ? 1", "", "n" * 200, "log"):
        assert bounds(text) is None


def test_only_comments_and_docstrings_declare() -> None:
    """A text that the program handles is none of its claims."""
    source = (
        'def f(a):\n    """Find it.\n\n    Time: O(n)\n    """\n'
        '    print("Time: O(n^3)")  # Space: O(1)\n    return "# Space: O(n)"\n'
    )
    assert [(one.what, one.name) for one in declared(source)] == [("time", "n"), ("space", "1")]


def test_a_comment_of_several_lines_is_one() -> None:
    """People put the term on the next line."""
    assert [one.name for one in declared("# Time complexity:\n#   O(n log n)\n")] == ["n log n"]


LINEAR = Fit("n log n", ("n",))


@pytest.mark.parametrize(
    ("source", "agrees"),
    [
        ("# Time: O(n)", True),
        ("# Time: O(n log n)", True),
        ("# Time: O(n^2)", False),
        ("# Time: O(1)", False),
        ("# Time: O(k)", None),
        ("# Time: O(n * k)", None),
        ("# Time: O(k^2 * n^2)", False),
        ("# Time: O(whatever it is)", None),
        ("# Time: O(n)\ndef g(): pass\n# Time: O(n^2)", None),
        ("", None),
    ],
)
def test_a_declaration_is_held_against_all_that_the_data_allow(
    source: str, agrees: bool | None
) -> None:
    """It agrees, it disagrees, or nobody can tell; two functions that differ are the last."""
    assert agreement(declared(source), LINEAR) is agrees


@given(st.text(alphabet="tTimespacO()n^2 log:#'\"\n*!|,+-/", max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Sources are hostile, and every class that is named is one of ours."""
    for one in declared(text):
        assert one.bounds is None or set(one.bounds.classes) <= set(CLASSES)


HOSTILE = (
    "'\\" * 120_000,
    '"""' * 80_000,
    "# time " * 35_000,
    "# " + "O(n) " * 50_000,
    "# time: " + "is " * 80_000,
    "# " + "O(" * 100_000,
)


@pytest.mark.parametrize("source", HOSTILE, ids=range(len(HOSTILE)))
def test_a_long_source_is_read_in_a_moment(source: str) -> None:
    """No text makes the reader go over it again and again."""
    began = time.process_time()
    declared(source)
    assert time.process_time() - began < 2.0
