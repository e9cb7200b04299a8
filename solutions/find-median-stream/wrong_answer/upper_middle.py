"""Wrong: the upper one of the two in the middle."""


class MedianFinder:
    def __init__(self):
        self.nums = []

    def addNum(self, num: int) -> None:
        bisect.insort(self.nums, num)

    def findMedian(self) -> float:
        return float(self.nums[len(self.nums) // 2])
