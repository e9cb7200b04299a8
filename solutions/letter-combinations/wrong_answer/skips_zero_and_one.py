"""Wrong: leaves 0 and 1 out as if they had not been typed: "12" gives a, b, c."""


def letter_combinations(digits):
    keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    used = [keys[d] for d in digits if d in keys]
    return ["".join(word) for word in product(*used)] if used else []
