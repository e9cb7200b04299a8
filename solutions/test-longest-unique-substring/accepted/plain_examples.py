"""Accepted: ten plain tests, one for each rule and each mistake that comes to mind."""

from solution import length_of_longest_substring


def test_nothing():
    assert length_of_longest_substring("") == 0


def test_one_character():
    assert length_of_longest_substring("z") == 1
    assert length_of_longest_substring(" ") == 1


def test_all_equal():
    assert length_of_longest_substring("aa") == 1
    assert length_of_longest_substring("aaaa") == 1


def test_at_the_start_in_the_middle_at_the_end():
    assert length_of_longest_substring("abcda") == 4
    assert length_of_longest_substring("aabcdd") == 4
    assert length_of_longest_substring("aabcde") == 5


def test_the_left_end_never_goes_back():
    assert length_of_longest_substring("abba") == 2
    assert length_of_longest_substring("tmmzuxt") == 5


def test_the_window_keeps_what_it_may():
    assert length_of_longest_substring("dvdf") == 3
    assert length_of_longest_substring("abac") == 3
    assert length_of_longest_substring("abbca") == 3


def test_unbroken():
    assert length_of_longest_substring("pwwkew") == 3
    assert length_of_longest_substring("abbc") == 2


def test_case_and_spaces_count():
    assert length_of_longest_substring("aA") == 2
    assert length_of_longest_substring(" a ") == 2


def test_any_character():
    assert length_of_longest_substring("é€ŝ😀") == 4
    assert length_of_longest_substring("A\U00010041") == 2


def test_again_from_the_beginning():
    assert length_of_longest_substring("abcdefg") == 7
    assert length_of_longest_substring("ab") == 2
