"""Slow: walks from the end to the place of each number, and asks for the rank by walking."""


class MedianFinder:
    def __init__(self):
        self.nums = []

    def addNum(self, num: int) -> None:
        self.nums.append(num)
        i = len(self.nums) - 1
        while i and self.nums[i - 1] > self.nums[i]:
            self.nums[i - 1], self.nums[i] = self.nums[i], self.nums[i - 1]
            i -= 1

    def findMedian(self) -> float:
        n = len(self.nums)
        return (self.nums[n // 2] + self.nums[(n - 1) // 2]) / 2
