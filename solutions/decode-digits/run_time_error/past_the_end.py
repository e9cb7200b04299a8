"""Crashes: reads the digit after the last one: "1" is an IndexError."""


def decode_digits(digits):
    def walk(i):
        if i == len(digits):
            return [""]
        if digits[i] == "0":
            return []
        found = [chr(64 + int(digits[i])) + tail for tail in walk(i + 1)]
        if digits[i] == "1" or (digits[i] == "2" and digits[i + 1] <= "6"):
            found += [chr(64 + int(digits[i:i + 2])) + tail for tail in walk(i + 2)] if digits[i + 1] else []
        return found

    return walk(0) if digits else []
