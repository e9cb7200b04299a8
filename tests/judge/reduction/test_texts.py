"""Texts, against the smallest input that shows a candidate's mistake."""

import itertools
import string
from collections.abc import Iterator

import pytest

from judge.reduction.reducer import reduce_input
from tests.judge.reduction.interfaces import (
    TEXT,
    Arguments,
    Function,
    differs,
    moves,
)


def longest(s: str) -> int:
    return max((len(part) for part in parts(s) if len(set(part)) == len(part)), default=0)


def parts(s: str) -> Iterator[str]:
    return (s[i:j] for i in range(len(s)) for j in range(i + 1, len(s) + 1))


def left_end_moves_back(s: str) -> int:
    best = left = 0
    last: dict[str, int] = {}
    for i, letter in enumerate(s):
        left = last.get(letter, left - 1) + 1
        last[letter] = i
        best = max(best, i - left + 1)
    return best


def clears_the_window(s: str) -> int:
    window: list[str] = []
    best = 0
    for letter in s:
        window = [letter] if letter in window else [*window, letter]
        best = max(best, len(window))
    return best


@pytest.mark.parametrize(
    ("wrong", "shown"),
    [
        pytest.param(left_end_moves_back, "abba", id="left end moves back"),
        pytest.param(clears_the_window, "abac", id="clears the window"),
        pytest.param(lambda s: longest(s[:-1]), "a", id="last window never compared"),
        pytest.param(lambda s: longest(s) - (len(set(s)) < len(s)), "aa", id="strict"),
        pytest.param(lambda s: longest(s.lower()), "aA", id="case folded"),
        pytest.param(lambda s: longest(s.strip()), " ", id="stripped"),
        pytest.param(
            lambda s: [0] * 128 and longest(s.encode("ascii", "ignore").decode()),
            "\u00e4",
            id="a table of 128",
        ),
        pytest.param(
            lambda s: longest("".join(c for c in s if c < "\uffff")),
            "\U00010000",
            id="above U+FFFF",
        ),
    ],
)
def test_a_text_comes_down_to_simple_letters(wrong: Function, shown: str) -> None:
    """As few characters as can be, and the plainest ones that still show it."""
    fails = differs(longest, wrong)
    start = next(
        {"s": s}
        for s in (
            " tmmzZux\u00e9t \u6f22dv\U0001f600df abqqbaW ",
            "zZpwwkwpzq dvdf",
            "qqabc",
            " ab",
        )
        if fails({"s": s})
    )
    found = reduce_input(moves(TEXT), lambda _: None, start, fails)
    assert len(found.arguments["s"]) == len(shown)
    if shown.isascii():
        assert found.arguments == {"s": shown}
    assert found.calls <= 1_000


KEYS = dict(
    zip("23456789", ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"], strict=True)
)


def combinations(s: str) -> list[str]:
    letters = [KEYS.get(digit, "") for digit in s]
    return sorted("".join(each) for each in itertools.product(*letters)) if s else []


@pytest.mark.parametrize(
    ("wrong", "shown"),
    [
        pytest.param(lambda s: combinations(s) or [""], "", id="empty"),
        pytest.param(lambda s: [c for c in combinations(s) if "s" not in c], "7", id="three for 7"),
        pytest.param(lambda s: sorted(set(combinations(s[:2]))), "222", id="two digits only"),
        pytest.param(lambda s: combinations(s.replace("1", "")), "12", id="1 skipped"),
        pytest.param(
            lambda s: [c for c in combinations(s) if len(set(c)) == len(c)],
            "22",
            id="permutations",
        ),
    ],
)
def test_a_text_of_digits_stays_one(wrong: Function, shown: str) -> None:
    """The package's own rules are kept: no letter gets into a text of digits."""

    def fault(arguments: Arguments) -> str | None:
        s = arguments["s"]
        return None if len(s) <= 8 and set(s) <= set(string.digits) else "outside"

    fails = differs(combinations, wrong)
    start = next({"s": s} for s in ("73722", "1722", "4177", "72277", "22", "0") if fails({"s": s}))
    found = reduce_input(moves(TEXT), fault, start, fails)
    assert fault(found.arguments) is None
    assert len(found.arguments["s"]) == len(shown)
