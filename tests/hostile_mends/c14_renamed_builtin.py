# counts: 5..
# tries: to call another function the same as a variable
# stopped by: names
def largest(nums):
    best = max
    return best(nums)
