# counts: 2
# tries: to nest f-strings as deep as Python takes
# stopped by: tree
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best

x = f'''{f"{f'{1}'}"}'''
