class Solution:
    LIMIT = 10 ** 4

    @classmethod
    def find_kth_largest(cls, nums, k):
        table = [0] * (2 * cls.LIMIT + 1)
        for n in nums:
            table[n + cls.LIMIT] += 1
        for value in range(cls.LIMIT, -cls.LIMIT - 1, -1):
            k -= table[value + cls.LIMIT]
            if k < 1:
                return value
