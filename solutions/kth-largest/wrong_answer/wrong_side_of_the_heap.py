"""Wrong: keeps the k smallest in a heap of size k: [1,2,3], 1 gives 1."""


class Solution:
    def findKthLargest(self, nums: List[int], k: int) -> int:
        heap = []
        for num in nums:
            heappush(heap, -num)
            if len(heap) > k:
                heappop(heap)
        return -heap[0]
