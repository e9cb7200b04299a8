"""Slow: makes every word of n letters and keeps those that fit: 26^n of them."""


def letter_combinations(digits):
    keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    if not digits:
        return []
    return [
        "".join(word)
        for word in product(string.ascii_lowercase, repeat=len(digits))
        if all(c in keys.get(d, "") for c, d in zip(word, digits))
    ]
