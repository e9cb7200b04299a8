"""Memory-hungry: a list of all 2^(n-1) ways to cut before any is tried: over 100 MB for twenty digits."""


def decode_digits(digits):
    codes = {str(n): chr(64 + n) for n in range(1, 27)}
    if not digits:
        return []
    found = []
    for cuts in list(product([False, True], repeat=len(digits) - 1)):
        pieces = [digits[0]]
        for digit, cut in zip(digits[1:], cuts):
            if cut:
                pieces.append(digit)
            else:
                pieces[-1] += digit
                if len(pieces[-1]) > 2:
                    break
        else:
            if all(p in codes for p in pieces):
                found.append("".join(codes[p] for p in pieces))
    return found
