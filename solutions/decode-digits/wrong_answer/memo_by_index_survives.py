"""Wrong: a memo keyed by the index alone survives the call: "1" and then "2" gives A again."""
memo = {}


def decode_digits(digits):
    def walk(i):
        if i == len(digits):
            return [""]
        if digits[i] == "0":
            return []
        if (i, len(digits)) in memo:
            return memo[i, len(digits)]
        found = [chr(64 + int(digits[i])) + tail for tail in walk(i + 1)]
        if i + 1 < len(digits) and int(digits[i:i + 2]) <= 26:
            found += [chr(64 + int(digits[i:i + 2])) + tail for tail in walk(i + 2)]
        memo[i, len(digits)] = found
        return found

    return walk(0) if digits else []
