"""Wrong: a Counter of the module keeps the numbers of earlier calls: right alone, wrong on the second call."""
from collections import Counter

count = Counter()


def top_k_frequent(nums, k):
    count.update(nums)
    return [num for num, _ in count.most_common(k)]
