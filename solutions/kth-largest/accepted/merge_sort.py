"""Accepted: a merge sort of one's own, recursive, with nested functions."""


def findKthLargest(nums, k):
    def merge(a, b):
        merged, i, j = [], 0, 0
        while i < len(a) and j < len(b):
            if a[i] >= b[j]:
                merged.append(a[i])
                i += 1
            else:
                merged.append(b[j])
                j += 1
        return merged + a[i:] + b[j:]

    def sort(part):
        if len(part) < 2:
            return part
        half = len(part) // 2
        return merge(sort(part[:half]), sort(part[half:]))

    return sort(nums)[k - 1]
