"""Does not load: a bracket is missing."""


def top_k_frequent(nums, k):
    return [num for num, _ in Counter(nums).most_common(k]
