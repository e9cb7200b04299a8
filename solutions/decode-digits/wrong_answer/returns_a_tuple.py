"""Wrong: returns a tuple in place of a list: "1" gives ("A",)."""


class Solution:
    def decodeDigits(self, digits: str):
        def walk(i):
            if i == len(digits):
                return ("",)
            if digits[i] == "0":
                return ()
            found = tuple(chr(64 + int(digits[i])) + tail for tail in walk(i + 1))
            if i + 1 < len(digits) and int(digits[i:i + 2]) <= 26:
                found += tuple(chr(64 + int(digits[i:i + 2])) + tail for tail in walk(i + 2))
            return found

        return walk(0) if digits else ()
