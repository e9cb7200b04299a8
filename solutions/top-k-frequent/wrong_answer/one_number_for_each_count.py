"""Wrong: a dictionary from count to number keeps one of the equally frequent: [1,2], 2 gives [2]."""


class Solution:
    def topKFrequent(self, nums: List[int], k: int) -> List[int]:
        count = Counter(nums)
        by_count = {times: num for num, times in count.items()}
        return [by_count[times] for times in sorted(by_count, reverse=True)[:k]]
