"""Wrong: returns a set: "2" gives {'a', 'b', 'c'}."""


def letter_combinations(digits):
    keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    if not digits:
        return set()
    return {"".join(word) for word in product(*(keys.get(d, "") for d in digits))}
