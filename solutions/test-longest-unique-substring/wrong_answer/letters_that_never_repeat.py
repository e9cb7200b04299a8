"""Wrong: compared with all characters of Unicode, of which hardly one occurs twice."""

from hypothesis import given
from hypothesis import strategies as st

from solution import length_of_longest_substring


@given(st.text(max_size=3))
def test_all_different(s):
    if len(set(s)) == len(s):
        assert length_of_longest_substring(s) == len(s)
