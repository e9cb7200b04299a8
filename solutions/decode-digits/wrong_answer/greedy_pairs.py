"""Wrong: takes two digits wherever they fit and never one: "11" gives K only."""


class Solution:
    def decodeDigits(self, digits):
        word, i = "", 0
        while i < len(digits):
            pair = digits[i:i + 2]
            if len(pair) == 2 and "10" <= pair <= "26":
                word += chr(64 + int(pair))
                i += 2
            elif digits[i] == "0":
                return []
            else:
                word += chr(64 + int(digits[i]))
                i += 1
        return [word] if word else []
