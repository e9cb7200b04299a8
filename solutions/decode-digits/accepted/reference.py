"""Reference: the decodings of every tail, from the end of the string.

Time: O(n * F(n)), Space: O(n * F(n)), F(n) the n-th Fibonacci number.
"""
LETTER = {str(code): chr(64 + code) for code in range(1, 27)}


def decode_digits(digits):
    if not digits:
        return []
    one, two = [""], []
    for i in range(len(digits) - 1, -1, -1):
        here = []
        if digits[i] in LETTER:
            here = [LETTER[digits[i]] + tail for tail in one]
            pair = digits[i:i + 2]
            if len(pair) == 2 and pair in LETTER:
                here += [LETTER[pair] + tail for tail in two]
        one, two = here, one
    return one
