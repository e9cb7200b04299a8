"""Wrong: keeps a set, so equal numbers count once."""


class MedianFinder:
    def __init__(self):
        self.nums, self.seen = [], set()

    def addNum(self, num: int) -> None:
        if num not in self.seen:
            self.seen.add(num)
            bisect.insort(self.nums, num)

    def findMedian(self) -> float:
        n = len(self.nums)
        return (self.nums[n // 2] + self.nums[(n - 1) // 2]) / 2
