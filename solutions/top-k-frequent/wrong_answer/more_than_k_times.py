"""Wrong: returns what occurs at least k times: [4,4,9], 1 gives both."""


def top_k_frequent(nums, k):
    return [num for num, times in Counter(nums).items() if times >= k]
