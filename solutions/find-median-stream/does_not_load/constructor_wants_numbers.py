"""Does not load: the constructor asks for the numbers."""


class MedianFinder:
    def __init__(self, nums):
        self.nums = sorted(nums)

    def addNum(self, num: int) -> None:
        bisect.insort(self.nums, num)

    def findMedian(self) -> float:
        n = len(self.nums)
        return (self.nums[n // 2] + self.nums[(n - 1) // 2]) / 2
