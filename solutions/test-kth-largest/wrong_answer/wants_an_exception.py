"""Wrong: a false alarm. Nothing promises an exception for k = 0."""

import pytest

from solution import find_kth_largest


def test_no_such_place():
    with pytest.raises(IndexError):
        find_kth_largest([3, 1, 2], 0)
