"""Wrong: the break is the first fall; without one, the first element is taken for it alone."""


def search(nums, target):
    turn = 1
    for i in range(1, len(nums)):
        if nums[i] < nums[i - 1]:
            turn = i
            break
    part = (turn, len(nums)) if target <= nums[-1] else (0, turn)
    place = bisect.bisect_left(nums, target, *part)
    return place if place < len(nums) and nums[place] == target else -1
