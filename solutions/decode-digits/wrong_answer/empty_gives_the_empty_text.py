"""Wrong: no test for the empty string: "" gives [""]."""


def decode_digits(digits):
    if not digits:
        return [""]
    found = []
    for size in (1, 2):
        code = digits[:size]
        if len(code) == size and code[0] != "0" and int(code) <= 26:
            found += [chr(64 + int(code)) + rest for rest in decode_digits(digits[size:])]
    return found
