"""Slow: makes each word of the letters of all keys, and keeps those that fit."""
from itertools import product

KEYS = {
    "2": "abc",
    "3": "def",
    "4": "ghi",
    "5": "jkl",
    "6": "mno",
    "7": "pqrs",
    "8": "tuv",
    "9": "wxyz",
}


def letter_combinations(digits):
    """Spell the two halves of the digits, and join each head with each tail."""
    if not digits or not KEYS.keys() >= set(digits):
        return []
    letters = "".join(KEYS.values())
    words = product(letters, repeat=len(digits))
    return ["".join(c) for c in words if all(map(fits, c, digits))]


def fits(letter, digit):
    """Return whether a letter is on a key."""
    return letter in KEYS[digit]
