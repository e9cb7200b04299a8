from typing import *

def twoSum(nums, target):
    index = {v: i for i, v in enumerate(nums)}
    return next((i, index[target - v]) for i, v in enumerate(nums) if index.get(target - v, i) != i)
