"""Wrong: gives up at every zero, also after 1 and 2: "10" gives nothing."""


def decode_digits(digits):
    if not digits or "0" in digits:
        return []
    one, two = [""], []
    for i in range(len(digits) - 1, -1, -1):
        here = [chr(64 + int(digits[i])) + tail for tail in one]
        if i + 1 < len(digits) and int(digits[i:i + 2]) <= 26:
            here += [chr(64 + int(digits[i:i + 2])) + tail for tail in two]
        one, two = here, one
    return one
