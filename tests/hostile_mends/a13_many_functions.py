# counts: none
# tries: to make 6,000 scopes
# stopped by: size
# verdict: AC|MLE|TLE
# append: ["", "def f(x): return x\n", 12000]
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best
