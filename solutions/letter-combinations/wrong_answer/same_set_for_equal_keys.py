"""Wrong: treats ab and ba of one key as the same text: "22" has six answers in place of nine."""


def letter_combinations(digits):
    keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    if not digits:
        return []
    found = {"".join(sorted(word)): "".join(word) for word in product(*(keys.get(d, "") for d in digits))}
    return list(found.values())
