"""Does not load: the last line stands outside the function."""


def longest_consecutive(nums):
    present = set(nums)
    best = 0
    for x in present:
        if x - 1 not in present:
            end = x
            while end in present:
                end += 1
            best = max(best, end - x)
return best
