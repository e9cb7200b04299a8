def letter_combinations(digits, prefix="", out=None):
    first = out is None
    if first:
        out = []
        if not digits:
            return out
    if not digits:
        out.append(prefix)
    else:
        for c in {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno",
                  "7": "pqrs", "8": "tuv", "9": "wxyz"}.get(digits[0], ""):
            letter_combinations(digits[1:], prefix + c, out)
    return out
