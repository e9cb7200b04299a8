# counts: 1
# tries: to write the same names in other letters
# stopped by: tree
def largest(nums):
    ｂｅｓｔ = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > ｂｅｓｔ:
            ｂｅｓｔ = nums[place]
    return ｂｅｓｔ
