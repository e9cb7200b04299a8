"""Accepted: no recursion and no product: each number below the count is read in the base of the keys."""


def letterCombinations(digits):
    keys = [{"7": "pqrs", "8": "tuv", "9": "wxyz"}.get(d) or
            ("" if d in "01" else "".join(chr(97 + 3 * (int(d) - 2) + i) for i in range(3)))
            for d in digits]
    total = math.prod(map(len, keys)) if keys else 0
    found = []
    for number in range(total):
        word = []
        for key in keys:
            number, place = divmod(number, len(key))
            word.append(key[place])
        found.append("".join(word))
    return found
