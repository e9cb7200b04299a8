"""Wrong: the pairs in the heap begin with the number, so the largest numbers stay: [4,4,9], 1 gives [9]."""


def top_k_frequent(nums, k):
    heap = []
    for num, times in Counter(nums).items():
        heappush(heap, (num, times))
        if len(heap) > k:
            heappop(heap)
    return [num for num, _ in heap]
