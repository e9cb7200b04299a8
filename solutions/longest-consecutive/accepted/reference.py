"""Reference: a set, counting up from the starts of runs.

Time: O(n), Space: O(n).
"""


def longest_consecutive(nums):
    present = set(nums)
    longest = 0
    for x in present:
        if x - 1 not in present:
            end = x + 1
            while end in present:
                end += 1
            longest = max(longest, end - x)
    return longest
