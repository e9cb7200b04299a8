"""Wrong: sorts all numbers by count and takes the first k, repeats included: [4,4,9], 2 gives [4,4]."""


def top_k_frequent(nums, k):
    count = Counter(nums)
    return sorted(nums, key=lambda num: count[num], reverse=True)[:k]
