"""Wrong: a false alarm. A key without letters is no error: the answer is an empty list."""

import pytest

from solution import letter_combinations


@pytest.mark.parametrize("digits", ["1", "0", "21"])
def test_no_letters(digits):
    with pytest.raises((KeyError, ValueError)):
        letter_combinations(digits)
