import array, sys

class Solution:
    def lengthOfLongestSubstring(self, s: str) -> int:
        order = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
        codes = memoryview(s.encode(order)).cast("I")
        last = array.array("l", [-1]) * 0x110000
        best = start = 0
        for i, c in enumerate(codes):
            if last[c] >= start:
                start = last[c] + 1
            last[c] = i
            if i - start >= best:
                best = i - start + 1
        return best
