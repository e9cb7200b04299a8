def find_kth_largest(nums: list, k: int) -> int:
    def select(a, i):
        if len(a) <= 10:
            return sorted(a)[i]
        groups = [sorted(a[j:j + 5]) for j in range(0, len(a), 5)]
        medians = [g[len(g) // 2] for g in groups]
        pivot = select(medians, len(medians) // 2)
        low = [x for x in a if x < pivot]
        high = [x for x in a if x > pivot]
        same = len(a) - len(low) - len(high)
        if i < len(low):
            return select(low, i)
        if i < len(low) + same:
            return pivot
        return select(high, i - len(low) - same)
    return select(nums, len(nums) - k)
