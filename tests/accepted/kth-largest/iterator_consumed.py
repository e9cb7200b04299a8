def find_kth_largest(nums, k):
    falling = iter(sorted(nums, reverse=True))
    return next(itertools.islice(falling, k - 1, None))
