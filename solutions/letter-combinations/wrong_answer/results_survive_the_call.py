"""Wrong: the list of results is a default argument: the second call still holds the first call's texts."""


def letter_combinations(digits, found=[]):
    keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}

    def extend(i, word):
        if i == len(digits):
            found.append(word)
            return
        for c in keys.get(digits[i], ""):
            extend(i + 1, word + c)

    if digits:
        extend(0, "")
    return found
