"""Reference: the product of the letters of each key.

Time: O(n * 4^n), Space: O(n * 4^n).
"""
from itertools import product

LETTERS = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}


def letter_combinations(digits):
    if not digits:
        return []
    return list(map("".join, product(*(LETTERS.get(digit, "") for digit in digits))))
