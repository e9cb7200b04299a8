"""Wrong: small letters: "1" gives a."""


def decode_digits(digits):
    def walk(rest):
        if not rest:
            return [""]
        return [
            chr(96 + int(rest[:size])) + tail
            for size in (1, 2)
            if len(rest) >= size and rest[0] != "0" and int(rest[:size]) <= 26
            for tail in walk(rest[size:])
        ]

    return walk(digits) if digits else []
