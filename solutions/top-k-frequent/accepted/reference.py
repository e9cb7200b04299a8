"""Reference: count, sort by count, take the first k.

Time: O(n log n), Space: O(n).
"""


def top_k_frequent(nums, k):
    count = {}
    for x in nums:
        count[x] = count.get(x, 0) + 1
    return sorted(count, key=count.get, reverse=True)[:k]
