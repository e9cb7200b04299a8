"""Accepted: the places of each sum, with those behind the start found by bisection; two classes."""
from bisect import bisect_right


class Places:
    def __init__(self, nums):
        self.of = {}
        total = 0
        for i, num in enumerate(nums):
            total += num
            self.of.setdefault(total, []).append(i)

    def from_on(self, total, start):
        places = self.of.get(total, [])
        return len(places) - bisect_right(places, start - 1)


class Solution:
    def subarraySum(self, nums: List[int], k: int) -> int:
        places, before, count = Places(nums), 0, 0
        for start, num in enumerate(nums):
            count += places.from_on(before + k, start)
            before += num
        return count


if __name__ == "__main__":
    print(Solution().subarraySum([1, 1, 1], 2))
