"""Accepted: what defines the answer: each text fits the keys, none is there twice, none is missing."""

import math

from hypothesis import example, given
from hypothesis import strategies as st

import solution

KEYS = {2: "abc", 3: "def", 4: "ghi", 5: "jkl", 6: "mno", 7: "pqrs", 8: "tuv", 9: "wxyz"}


@given(st.lists(st.integers(2, 9), min_size=1, max_size=4))
@example([7])
@example([9, 8])
@example([3, 4, 5, 6])
@example([2, 2])
def test_keys_with_letters(keys):
    found = solution.letterCombinations("".join(map(str, keys)))
    assert type(found) is list
    assert len(found) == len(set(found)) == math.prod(len(KEYS[key]) for key in keys)
    for text in found:
        assert len(text) == len(keys)
        assert all(letter in KEYS[key] for letter, key in zip(text, keys))


@given(st.text("23456789", max_size=3), st.sampled_from("01"), st.text("0123456789", max_size=3))
@example("", "1", "2")
@example("2", "1", "")
@example("", "0", "")
def test_a_key_without_letters(before, key, behind):
    assert solution.letter_combinations(before + key + behind) == []


def test_no_key():
    assert solution.letter_combinations("") == []
