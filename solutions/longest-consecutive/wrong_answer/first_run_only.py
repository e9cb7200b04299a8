"""Wrong: the run of the smallest number only."""


def longest_consecutive(nums):
    present = set(nums)
    if not present:
        return 0
    end = start = min(present)
    while end in present:
        end += 1
    return end - start
