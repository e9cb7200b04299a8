"""Wrong: returns how many there are and not which: "1" gives 1."""


class Solution:
    def decodeDigits(self, digits: str) -> int:
        one, two = (1 if digits else 0), 0
        for i in range(len(digits) - 1, -1, -1):
            here = 0
            if digits[i] != "0":
                here = one
                if i + 1 < len(digits) and int(digits[i:i + 2]) <= 26:
                    here += two
            one, two = here, one
        return one
