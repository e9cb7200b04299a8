"""Wrong: returns the counts and not the numbers: [4,4,9], 1 gives [2]."""


def top_k_frequent(nums, k):
    return sorted(Counter(nums).values(), reverse=True)[:k]
