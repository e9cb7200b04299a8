"""Wrong: leaves a zero out where it fits nowhere: "01" gives A."""


def decode_digits(digits):
    def walk(i):
        if i == len(digits):
            return [""]
        if digits[i] == "0":
            return walk(i + 1)
        found = [chr(64 + int(digits[i])) + tail for tail in walk(i + 1)]
        if i + 1 < len(digits) and 10 <= int(digits[i:i + 2]) <= 26:
            found += [chr(64 + int(digits[i:i + 2])) + tail for tail in walk(i + 2)]
        return list(dict.fromkeys(found))

    return walk(0) if digits.strip("0") else []
