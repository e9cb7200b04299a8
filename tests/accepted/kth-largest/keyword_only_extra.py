def find_kth_largest(nums, k, *, verbose=False, **more):
    if verbose:
        print(nums)
    low, high = min(nums), max(nums)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(map(middle.__le__, nums)) >= k:
            low = middle
        else:
            high = middle - 1
    return low
