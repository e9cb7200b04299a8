"""Wrong: a false alarm. Nothing promises an exception for the empty string."""

import pytest

from solution import length_of_longest_substring


def test_nothing():
    with pytest.raises(ValueError, match="empty"):
        length_of_longest_substring("")
