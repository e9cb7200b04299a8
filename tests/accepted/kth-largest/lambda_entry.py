kthLargest = lambda nums, k: sorted(nums, key=lambda x: -x)[k - 1]
