# counts: 3..
# tries: to define the function that counts
# stopped by: process
def count_changes(given, entries, texts):
    return [6, [0, 0, 0]]


def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best


count_changes
