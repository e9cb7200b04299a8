"""Wrong: asking pops the tops, so the next answer is another one."""


class MedianFinder:
    def __init__(self):
        self.small, self.large = [], []

    def addNum(self, num: int) -> None:
        heappush(self.large, -heappushpop(self.small, -num))
        if len(self.large) > len(self.small):
            heappush(self.small, -heappop(self.large))

    def findMedian(self) -> float:
        if len(self.small) > len(self.large):
            return float(-heappop(self.small))
        return (heappop(self.large) - heappop(self.small)) / 2
