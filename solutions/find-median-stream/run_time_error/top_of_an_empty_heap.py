"""Crashes: looks at the top of a heap that may be empty: the first number."""


class MedianFinder:
    def __init__(self):
        self.small, self.large = [], []

    def addNum(self, num: int) -> None:
        if num <= -self.small[0]:
            heappush(self.small, -num)
        else:
            heappush(self.large, num)
        if len(self.small) > len(self.large) + 1:
            heappush(self.large, -heappop(self.small))
        if len(self.large) > len(self.small):
            heappush(self.small, -heappop(self.large))

    def findMedian(self) -> float:
        if len(self.small) > len(self.large):
            return float(-self.small[0])
        return (self.large[0] - self.small[0]) / 2
