# counts: none|2
# tries: to be slow by 100,000 lines that are continued
# stopped by: tree
# verdict: AC|CE
# append: ["", "\\\n", 100000]
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best

x = 1 