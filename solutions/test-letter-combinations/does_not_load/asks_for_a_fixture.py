"""Does not load: parameters go to a test, and not through a fixture."""

import pytest

from solution import letter_combinations


@pytest.fixture(params=["0", "1", "21"])
def digits(request):
    return request.param


def test_no_letters(digits):
    assert letter_combinations(digits) == []
