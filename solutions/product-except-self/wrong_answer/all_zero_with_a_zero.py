"""Wrong: answers zeros alone as soon as there is one: [0,3] gives [0,0]."""
import math


def productExceptSelf(nums):
    total = math.prod(nums)
    return [total // num if num else 0 for num in nums]
