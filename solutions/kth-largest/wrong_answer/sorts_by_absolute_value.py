"""Wrong: negates by abs() for the max-heap: [-1], 1 gives 1."""


class Solution:
    def findKthLargest(self, nums, k):
        heap = [-abs(num) for num in nums]
        heapify(heap)
        for _ in range(k - 1):
            heappop(heap)
        return -heap[0]
