# counts: none
# tries: to mix tabs and spaces
# stopped by: verdict
# verdict: CE
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
	return best
