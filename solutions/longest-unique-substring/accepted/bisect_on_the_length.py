"""Accepted: searches the length by bisection; each try is one pass."""


class Solution:
    def length_of_longest_substring(self, s: str) -> int:
        low, high = 0, len(set(s))
        if self.fits(s, high):
            return high
        while low < high:
            middle = (low + high + 1) // 2
            if self.fits(s, middle):
                low = middle
            else:
                high = middle - 1
        return low

    def fits(self, s, size):
        last, start = {}, 0
        for i, c in enumerate(s):
            if c in last and last[c] >= start:
                start = last[c] + 1
            if i - start + 1 == size:
                return True
            last[c] = i
        return False


if __name__ == "__main__":
    print(Solution().length_of_longest_substring(input()))
