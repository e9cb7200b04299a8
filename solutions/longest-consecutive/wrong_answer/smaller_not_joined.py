"""Wrong: lengths are kept at one end only, so a number between two runs does not join them."""


def longest_consecutive(nums):
    length = {}
    for x in nums:
        if x not in length:
            whole = length.get(x - 1, 0) + 1 + length.get(x + 1, 0)
            length[x] = whole
            if x + 1 in length:
                length[x + 1] = whole
    return max(length.values(), default=0)
