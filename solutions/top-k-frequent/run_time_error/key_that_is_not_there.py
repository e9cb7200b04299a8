"""Crashes: counts up in a plain dictionary that does not know the number yet: a KeyError."""


def top_k_frequent(nums, k):
    count = {}
    for num in nums:
        count[num] += 1
    return sorted(count, key=count.get, reverse=True)[:k]
