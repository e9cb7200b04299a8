# counts: 6..
# tries: to define it anew where something fails
# stopped by: hidden
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


try:
    1 / 0
except ZeroDivisionError:
    def largest(nums):
        return max(nums)
