# counts: 6..
# tries: to define it anew in an annotation
# stopped by: annotations
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


def change():
    global largest
    largest = max


x: change()
