"""Wrong: divides through logarithms, which know no sign: [-1,3] gives [3,1]."""
import math


def product_except_self(nums):
    zeros = nums.count(0)
    logs = sum(math.log(abs(x)) for x in nums if x)
    if zeros > 1:
        return [0] * len(nums)
    if zeros:
        return [0 if x else round(math.exp(logs)) for x in nums]
    return [round(math.exp(logs - math.log(abs(x)))) for x in nums]
