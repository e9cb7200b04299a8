"""Does not load: there are no fixtures here."""

import pytest

from solution import length_of_longest_substring


@pytest.fixture
def known():
    return {"abba": 2}


def test_known(known):
    for s, length in known.items():
        assert length_of_longest_substring(s) == length
