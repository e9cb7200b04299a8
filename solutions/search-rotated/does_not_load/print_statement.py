"""Does not load: prints as Python 2 did."""


class Solution:
    def search(self, nums, target):
        for place, value in enumerate(nums):
            if value == target:
                print "found", place
                return place
        return -1
