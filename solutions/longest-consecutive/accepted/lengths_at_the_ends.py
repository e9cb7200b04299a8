"""Accepted: a dictionary with the length of a run at both of its ends."""


def longestConsecutive(nums):
    length = defaultdict(int)
    best = 0
    for x in nums:
        if length[x]:
            continue
        below, above = length[x - 1], length[x + 1]
        whole = below + 1 + above
        length[x] = length[x - below] = length[x + above] = whole
        best = max(best, whole)
    return best
