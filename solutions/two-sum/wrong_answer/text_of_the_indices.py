"""Wrong: returns the indices as text: [1,2], 3 gives ["0","1"]."""


def two_sum(nums, target):
    seen = {}
    for i, num in enumerate(nums):
        if target - num in seen:
            return [str(seen[target - num]), str(i)]
        seen[num] = i
