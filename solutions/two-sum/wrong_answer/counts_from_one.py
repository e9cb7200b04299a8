"""Wrong: indices counted from 1, as in the sorted variant of the question: [1,2], 3 gives [1,2]."""


def two_sum(nums, target):
    seen = {}
    for i, x in enumerate(nums, 1):
        if target - x in seen:
            return [seen[target - x], i]
        seen[x] = i
