"""Memory-hungry: keeps a copy of the heap after each number, to look at later: gigabytes at n = 100,000."""


def find_kth_largest(nums, k):
    heap, history = [], []
    for num in nums:
        heapq.heappush(heap, num)
        if len(heap) > k:
            heapq.heappop(heap)
        history.append(list(heap))
    return history[-1][0]
