"""Does not load: the method has no body."""


class Solution:
    def productExceptSelf(self, nums):
