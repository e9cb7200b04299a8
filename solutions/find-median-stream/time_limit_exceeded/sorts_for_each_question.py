"""Slow: sorts a copy at each question: O(n log n) for one answer."""


class MedianFinder:
    def __init__(self):
        self.nums = []

    def addNum(self, num: int) -> None:
        self.nums.append(num)

    def findMedian(self) -> float:
        nums = sorted(self.nums, key=lambda x: x)
        n = len(nums)
        return (nums[n // 2] + nums[(n - 1) // 2]) / 2
