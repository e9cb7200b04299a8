# counts: none
# tries: to hide a definition in a text
# stopped by: behind
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


exec("def largest(nums): return max(nums)")
