"""Wrong: searches the array turned back, and forgets to go round at the end."""


def search(nums, target):
    first = nums.index(min(nums))
    rising = nums[first:] + nums[:first]
    place = bisect.bisect_left(rising, target)
    if place == len(rising) or rising[place] != target:
        return -1
    return place + first
