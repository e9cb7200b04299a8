def compare(a, b):
    return (a < b) - (a > b)

def find_kth_largest(nums, k):
    return sorted(nums, key=cmp_to_key(compare))[k - 1]
