"""Accepted: heapq.nlargest, under the other name of the entry."""
import heapq


def kth_largest(nums, k):
    return heapq.nlargest(k, nums)[-1]
