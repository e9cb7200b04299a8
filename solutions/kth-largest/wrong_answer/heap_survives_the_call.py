"""Wrong: a module-level heap keeps the numbers of earlier calls: right alone, wrong on the second call."""
import heapq

heap = []


def find_kth_largest(nums, k):
    for num in nums:
        heapq.heappush(heap, num)
    while len(heap) > k:
        heapq.heappop(heap)
    return heap[0]
