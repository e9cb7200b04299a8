"""Accepted: remembers the partners that are wanted, in a defaultdict, as a bare method."""


def twoSum(self, nums, target):
    wanted = defaultdict(lambda: None)
    for i, num in enumerate(nums):
        if wanted[num] is not None:
            return [wanted[num], i]
        wanted[target - num] = i
