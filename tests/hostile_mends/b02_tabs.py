# counts: 1
# tries: to count spaces as changes, or hide changes in them
# stopped by: tree
def largest(nums):
	best = nums[0]
	for place in range(1, len(nums)):
		if nums[place] > best:
			best = nums[place]
	return best
