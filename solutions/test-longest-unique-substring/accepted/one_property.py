"""Accepted: nothing but properties, over few letters and over many."""

from hypothesis import example, given
from hypothesis import strategies as st

import solution


def slow(s):
    best = 0
    for start in range(len(s)):
        end = start
        while end < len(s) and s[end] not in s[start:end]:
            end += 1
        best = max(best, end - start)
    return best


@given(st.text("abcd"))
@example("")
@example("abba")
def test_few_letters(s):
    assert solution.length_of_longest_substring(s) == slow(s)


@given(st.text("aA bé\U00010041"))
def test_odd_letters(s):
    assert solution.length_of_longest_substring(s) == slow(s)


@given(st.sets(st.characters(codec="utf-8"), min_size=1))
def test_all_different(found):
    assert solution.longestUniqueSubstring("".join(found)) == len(found)
