"""Wrong: each number goes to the shorter heap, whatever it is: 5, 1."""


class MedianFinder:
    def __init__(self):
        self.small, self.large = [], []

    def addNum(self, num: int) -> None:
        if len(self.small) <= len(self.large):
            heappush(self.small, -num)
        else:
            heappush(self.large, num)

    def findMedian(self) -> float:
        if len(self.small) > len(self.large):
            return float(-self.small[0])
        return (self.large[0] - self.small[0]) / 2
