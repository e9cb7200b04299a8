from operator import itemgetter, neg
def find_kth_largest(nums, k):
    """Negate, sort, pick, negate back."""
    return neg(itemgetter(k - 1)(sorted(map(neg, nums))))
