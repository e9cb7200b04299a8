"""Accepted: itertools.accumulate from both sides."""
from itertools import accumulate
from operator import mul


def product_except_self(nums):
    before = accumulate(nums[:-1], mul, initial=1)
    after = list(accumulate(reversed(nums[1:]), mul, initial=1))
    return [a * b for a, b in zip(before, reversed(after))]
