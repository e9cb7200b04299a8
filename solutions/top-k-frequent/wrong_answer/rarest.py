"""Wrong: sorts upwards and takes the first k, the rarest: [4,4,9], 1 gives [9]."""


def top_k_frequent(nums, k):
    count = Counter(nums)
    return sorted(count, key=lambda x: count[x])[:k]
