OFFSET = 10_000
BASE = 256

def find_kth_largest(nums, k):
    shifted = [n + OFFSET for n in nums]
    for shift in (0, 8):
        buckets = [[] for _ in range(BASE)]
        for n in shifted:
            buckets[(n >> shift) & 255].append(n)
        shifted = list(itertools.chain.from_iterable(buckets))
    return shifted[-k] - OFFSET
