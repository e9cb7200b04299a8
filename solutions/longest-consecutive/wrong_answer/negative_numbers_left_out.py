"""Wrong: a table by value from 0 on: negative numbers are left out."""


def longest_consecutive(nums):
    present = {x for x in nums if x >= 0}
    best = 0
    for x in present:
        if x == 0 or x - 1 not in present:
            end = x
            while end in present:
                end += 1
            best = max(best, end - x)
    return best
