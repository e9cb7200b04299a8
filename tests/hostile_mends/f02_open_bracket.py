# counts: none
# tries: to leave a bracket open
# stopped by: verdict
# verdict: CE
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best

x = (
