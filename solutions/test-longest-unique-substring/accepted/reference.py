"""Reference: examples for each rule, and one property: equal to a program that is slow and surely right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from solution import length_of_longest_substring


def by_trying_all(s):
    pieces = (s[i:j] for i in range(len(s)) for j in range(i + 1, len(s) + 1))
    return max((len(piece) for piece in pieces if len(set(piece)) == len(piece)), default=0)


@pytest.mark.parametrize(
    ("s", "length"),
    [
        ("", 0),
        (" ", 1),
        ("a", 1),
        ("aa", 1),
        ("ab", 2),
        ("aba", 2),
        ("abba", 2),
        ("abcabcbb", 3),
        ("pwwkew", 3),
        ("dvdf", 3),
        ("tmmzuxt", 5),
        ("roadrunner", 6),
        ("aA 1", 4),
        (" a ", 2),
        ("aé€😀", 4),
        ("abcdefghij", 10),
    ],
)
def test_examples(s, length):
    assert length_of_longest_substring(s) == length


def test_it_is_an_int():
    assert type(length_of_longest_substring("abc")) is int


def test_many_characters():
    s = "".join(map(chr, range(32, 700)))
    assert length_of_longest_substring(s + s) == len(s)


def test_far_characters():
    assert length_of_longest_substring("a\U00010061a") == 2
    assert length_of_longest_substring("a\u0161a") == 2


def test_nothing_is_kept_between_calls():
    assert length_of_longest_substring("abcdef") == 6
    assert length_of_longest_substring("aa") == 1
    assert length_of_longest_substring("") == 0


@given(st.text(alphabet="abc", max_size=12))
def test_few_letters(s):
    assert length_of_longest_substring(s) == by_trying_all(s)


@given(st.text(max_size=12))
def test_any_text(s):
    assert length_of_longest_substring(s) == by_trying_all(s)
