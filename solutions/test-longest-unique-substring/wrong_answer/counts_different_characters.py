"""Wrong: a false alarm. It takes the question for another one, the number of different characters."""

from hypothesis import given
from hypothesis import strategies as st

from solution import length_of_longest_substring


@given(st.text("abcd", max_size=20))
def test_different_characters(s):
    assert length_of_longest_substring(s) == len(set(s))
