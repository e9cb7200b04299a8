"""Accepted: looks at one position after the other, and compares with the answer to the rest."""

from collections import Counter

import pytest
import solution
from solution import letter_combinations as combine


@pytest.fixture
def unused():
    """Nothing asks for it, so it does no harm."""


@pytest.mark.parametrize(
    ("digit", "letters"),
    [(2, "abc"), (3, "def"), (4, "ghi"), (5, "jkl"), (6, "mno"), (7, "pqrs"), (8, "tuv"), (9, "wxyz")],
)
@pytest.mark.parametrize("rest", ["", "2", "59", "777"])
def test_first_position(digit, letters, rest):
    tails = combine(rest) if rest else [""]
    expected = Counter(letter + tail for letter in letters for tail in tails)
    assert Counter(combine(f"{digit}{rest}")) == expected


class TestNothing:
    @pytest.mark.parametrize("digits", ["", "0", "1", "02", "20", "12", "21", "213", "11111111"])
    def test_no_combination(self, digits):
        found = solution.letter_combinations(digits)
        assert isinstance(found, list) and not found


def test_it_is_a_list_of_texts():
    found = combine("39")
    assert isinstance(found, list)
    assert {type(text) for text in found} == {str}
