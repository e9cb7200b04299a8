# counts: 1|none
# tries: to send bytes that are no text
# stopped by: verdict
# verdict: CE
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best
# ÿş
