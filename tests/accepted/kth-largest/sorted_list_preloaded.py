def find_kth_largest(nums, k):
    kept = SortedList()
    for n in nums:
        kept.add(n)
        if len(kept) > k:
            kept.pop(0)
    return kept[0]
