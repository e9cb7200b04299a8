"""Accepted: plain tests, one for each key and each rule."""

from solution import letter_combinations


def test_no_digit():
    assert letter_combinations("") == []


def test_keys_of_three():
    assert sorted(letter_combinations("2")) == ["a", "b", "c"]
    assert sorted(letter_combinations("3")) == ["d", "e", "f"]
    assert sorted(letter_combinations("4")) == ["g", "h", "i"]
    assert sorted(letter_combinations("5")) == ["j", "k", "l"]
    assert sorted(letter_combinations("6")) == ["m", "n", "o"]
    assert sorted(letter_combinations("8")) == ["t", "u", "v"]


def test_keys_of_four():
    assert sorted(letter_combinations("7")) == ["p", "q", "r", "s"]
    assert sorted(letter_combinations("9")) == ["w", "x", "y", "z"]


def test_two_keys():
    expected = ["ad", "ae", "af", "bd", "be", "bf", "cd", "ce", "cf"]
    assert sorted(letter_combinations("23")) == expected


def test_one_key_twice():
    expected = ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"]
    assert sorted(letter_combinations("22")) == expected


def test_three_keys():
    found = letter_combinations("234")
    assert len(found) == 27
    assert "adg" in found and "cfi" in found and "bdh" in found


def test_keys_without_letters():
    for digits in ("0", "1", "10", "12", "21", "203", "230", "2013"):
        assert letter_combinations(digits) == []


def test_it_is_a_list():
    assert isinstance(letter_combinations("2"), list)


def test_again():
    assert len(letter_combinations("79")) == 16
    assert len(letter_combinations("2")) == 3
