"""Wrong: takes the largest numbers in place of the most frequent: [4,4,9], 1 gives [9]."""


class Solution:
    def topKFrequent(self, nums: List[int], k: int) -> List[int]:
        return sorted(set(nums), reverse=True)[:k]
