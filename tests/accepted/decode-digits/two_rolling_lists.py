def decode_digits(digits):
    previous, current = [], [""]
    last = ""
    for d in digits:
        new = [w + chr(64 + int(d)) for w in current] if d != "0" else []
        if last in ("1", "2") and int(last + d) <= 26:
            new += [w + chr(64 + int(last + d)) for w in previous]
        previous, current, last = current, new, d
    return current if digits else []
