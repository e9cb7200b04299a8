"""Memory-hungry: keeps the sorted numbers after each one that came, to look at later."""


class MedianFinder:
    def __init__(self):
        self.history = [[]]

    def addNum(self, num: int) -> None:
        nums = list(self.history[-1])
        bisect.insort(nums, num)
        self.history.append(nums)

    def findMedian(self) -> float:
        nums = self.history[-1]
        return (nums[len(nums) // 2] + nums[(len(nums) - 1) // 2]) / 2
