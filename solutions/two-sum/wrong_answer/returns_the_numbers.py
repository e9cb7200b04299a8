"""Wrong: returns the numbers and not their indices: [2,1], 3 gives [2,1]."""


def two_sum(nums, target):
    seen = set()
    for num in nums:
        if target - num in seen:
            return [target - num, num]
        seen.add(num)
