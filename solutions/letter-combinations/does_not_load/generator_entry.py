"""Does not load: the entry is a generator function; wrapped in list(...) it would be right."""


def letter_combinations(digits):
    keys = {"2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz"}
    if digits:
        for word in product(*(keys.get(d, "") for d in digits)):
            yield "".join(word)
