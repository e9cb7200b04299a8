class MedianFinder:
    def __init__(self):
        pass

    def addNum(self, num: int) -> None:
        # The names `add_num` and `find_median` are fine too.
        pass

    def findMedian(self) -> float:
        pass
