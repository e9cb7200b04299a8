class Finder:
    def __call__(self, nums, k):
        counts = Counter(nums)
        for value in sorted(counts, reverse=True):
            k -= counts[value]
            if k <= 0:
                return value

find_kth_largest = Finder()
