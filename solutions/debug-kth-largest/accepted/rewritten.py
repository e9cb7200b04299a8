"""Accepted: written anew with a heap of the k largest."""
import heapq


def find_kth_largest(nums, k):
    heap = nums[:k]
    heapq.heapify(heap)
    for num in nums[k:]:
        heapq.heappushpop(heap, num)
    return heap[0]
