"""Accepted: bisection for each partner in the sorted order, with a helper class."""
from bisect import bisect_left


class Order:
    def __init__(self, nums):
        self.places = sorted(range(len(nums)), key=nums.__getitem__)
        self.values = [nums[i] for i in self.places]

    def find(self, value, start):
        at = bisect_left(self.values, value, start)
        if at < len(self.values) and self.values[at] == value:
            return self.places[at]


class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        order = Order(nums)
        for at, value in enumerate(order.values):
            found = order.find(target - value, at + 1)
            if found is not None:
                return [order.places[at], found]


if __name__ == "__main__":
    print(Solution().twoSum([2, 7, 11, 15], 9))
