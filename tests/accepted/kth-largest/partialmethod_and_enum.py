from enum import IntEnum, auto
from functools import partialmethod

class Order(IntEnum):
    RISING = auto()
    FALLING = auto()

class Solution:
    def _pick(self, order: Order, nums: List[int], k: int) -> int:
        ranked = sorted(nums, reverse=order is Order.FALLING)
        return ranked[k - 1]

    findKthLargest = partialmethod(_pick, Order.FALLING)
