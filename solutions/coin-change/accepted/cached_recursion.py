"""Accepted: recursion with lru_cache, as deep as the amount; a method without type hints."""
from functools import lru_cache


class Solution:
    def coinChange(self, coins, amount):
        @lru_cache(maxsize=None)
        def dfs(rem):
            if rem < 0:
                return float("inf")
            if rem == 0:
                return 0
            return min(dfs(rem - coin) + 1 for coin in coins)

        ans = dfs(amount)
        return ans if ans < float("inf") else -1
