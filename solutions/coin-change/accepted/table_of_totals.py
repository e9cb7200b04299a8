"""Accepted: the table total by total, pasted from the usual editor, with a print left inside."""
from typing import List


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        dp = [float('inf')] * (amount + 1)
        dp[0] = 0
        for i in range(1, amount + 1):
            for c in coins:
                if i - c >= 0:
                    dp[i] = min(dp[i], 1 + dp[i - c])
        print("done", amount)
        return dp[amount] if dp[amount] != float('inf') else -1


print(Solution().coinChange([1, 2, 5], 11))
