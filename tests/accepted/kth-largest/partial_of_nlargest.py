from functools import partial
from heapq import nlargest

def pick(kth, nums, k):
    return kth(k, nums)[-1]

find_kth_largest = partial(pick, nlargest)
