"""Accepted: a table of the decodings of every beginning, as a bare method."""


def decode_digits(self, digits):
    if not digits:
        return []
    table = [[""]] + [[] for _ in digits]
    for end in range(1, len(digits) + 1):
        last = digits[end - 1:end]
        if last != "0":
            table[end] += [head + chr(64 + int(last)) for head in table[end - 1]]
        if end >= 2 and 10 <= int(digits[end - 2:end]) <= 26:
            table[end] += [head + chr(64 + int(digits[end - 2:end])) for head in table[end - 2]]
    return table[-1]
