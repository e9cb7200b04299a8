"""Wrong: keeps the k largest and answers with the largest of them: [1,2], 2 gives 2."""


def find_kth_largest(nums, k):
    heap = nums[:k]
    heapify(heap)
    for num in nums[k:]:
        heappushpop(heap, num)
    return max(heap)
