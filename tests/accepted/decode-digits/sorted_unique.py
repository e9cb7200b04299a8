def decode_digits(digits):
    if digits == "" or digits[0] == "0":
        return []
    words = {0: {""}}
    for end in range(1, len(digits) + 1):
        here = set()
        for size in 1, 2:
            code = digits[max(0, end - size):end]
            if len(code) == size and not code.startswith("0") and 1 <= int(code) <= 26:
                here |= {w + chr(64 + int(code)) for w in words[end - size]}
        words[end] = here
    return sorted(words[len(digits)])
