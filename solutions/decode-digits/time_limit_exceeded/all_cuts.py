"""Slow: tries all 2^(n-1) ways to cut the string and throws nearly all of them away."""


def decode_digits(digits):
    codes = {str(n): chr(64 + n) for n in range(1, 27)}
    if not digits:
        return []
    found = []
    for mask in range(2 ** (len(digits) - 1)):
        pieces, piece = [], digits[0]
        for i in range(1, len(digits)):
            if mask >> (i - 1) & 1:
                pieces.append(piece)
                piece = digits[i]
            else:
                piece += digits[i]
        pieces.append(piece)
        if all(p in codes for p in pieces):
            found.append("".join(codes[p] for p in pieces))
    return found
