"""Memory-hungry: writes all rotations down, and takes the sorted one."""


def search(nums, target):
    rotations = [nums[i:] + nums[:i] for i in range(len(nums))]
    rising = min(rotations)
    place = bisect.bisect_left(rising, target)
    if place == len(rising) or rising[place] != target:
        return -1
    return (place + rotations.index(rising)) % len(nums)
