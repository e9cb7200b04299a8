"""Wrong: three letters on the last key: "9" lacks z."""


def letter_combinations(digits):
    keys = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxy"]
    words = [""] if digits else []
    for d in digits:
        words = [w + c for w in words for c in keys[int(d)]]
    return words
