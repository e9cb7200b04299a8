class Solution:
    def findKthLargest(self, nums: List[int], k: int) -> int:
        shuffle(nums)
        def select(a, k):
            p = choice(a)
            big, same = [x for x in a if x > p], sum(x == p for x in a)
            if k <= len(big):
                return select(big, k)
            if k <= len(big) + same:
                return p
            return select([x for x in a if x < p], k - len(big) - same)
        return select(nums, k)
