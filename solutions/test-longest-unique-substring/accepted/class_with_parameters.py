"""Accepted: parameters on a class, and an oracle that is another good solution."""

import itertools

import pytest

from solution import *  # noqa: F403 - as people write it


def oracle(s):
    last, start, best = {}, 0, 0
    for end, c in enumerate(s):
        start = max(start, last.get(c, -1) + 1)
        last[c] = end
        best = max(best, end - start + 1)
    return best


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4, 5])
class TestAllShort:
    def test_over_two_and_three_letters(self, size):
        for letters in itertools.product("abc"[: 2 if size > 4 else 3], repeat=size):
            s = "".join(letters)
            assert length_of_longest_substring(s) == oracle(s)  # noqa: F405 - as above

    def test_in_other_scripts(self, size):
        s = ("xé日 " * 3)[:size]
        assert length_of_longest_substring(s) == oracle(s)  # noqa: F405 - as above


@pytest.mark.parametrize("s", ["tmmzuxt", "aAbBaA", "a b c a", "A\U00010041", "  ", "abcdefgahij"])
def test_longer(s):
    assert length_of_longest_substring(s) == oracle(s)  # noqa: F405 - as above
