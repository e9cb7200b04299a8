"""Crashes: the empty text is no longer looked for."""
from itertools import combinations_with_replacement, product

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
    if not KEYS.keys() >= set(digits):
        return []
    if len(set(digits)) <= 1:
        # One key alone, pressed again and again.
        return ["".join(c) for c in product(KEYS[digits[0]], repeat=len(digits))]
    half = len(digits) // 2
    first, second = digits[:half], digits[half:]
    heads = spell(first)
    # Halves of the same keys need to be spelled only once.
    tails = heads if first == second else spell(second)
    return [head + tail for head in heads for tail in tails]


def spell(digits):
    """Return every text that these keys can mean."""
    return ["".join(c) for c in product(*(KEYS[digit] for digit in digits))]
