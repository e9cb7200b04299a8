"""Crashes: a table without 0 and 1: "0" is a KeyError."""


def letter_combinations(digits):
    keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    if not digits:
        return []
    words = [""]
    for d in digits:
        words = [w + c for w in words for c in keys[d]]
    return words
