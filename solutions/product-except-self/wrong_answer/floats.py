"""Wrong: divides with /, so the products are floats: [2,3] gives [3.0,2.0]."""
import math


def product_except_self(nums):
    if 0 in nums:
        return [math.prod(nums[:i] + nums[i + 1:]) if x == 0 else 0 for i, x in enumerate(nums)]
    total = math.prod(nums)
    return [total / x for x in nums]
