"""Wrong: nested the wrong way, letters of one key are combined: "23" holds ab."""


def letter_combinations(digits):
    keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    if not digits or any(d not in keys for d in digits):
        return []
    pool = "".join(keys[d] for d in dict.fromkeys(digits))
    return ["".join(word) for word in product(pool, repeat=len(digits))]
