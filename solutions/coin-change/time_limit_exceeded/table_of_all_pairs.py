"""Slow: splits each total into two smaller ones, quadratic in the amount."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        dp = [0] + [float("inf")] * amount
        for coin in coins:
            if coin <= amount:
                dp[coin] = 1
        for total in range(1, amount + 1):
            for part in range(1, total // 2 + 1):
                dp[total] = min(dp[total], dp[part] + dp[total - part])
        return dp[amount] if dp[amount] < float("inf") else -1
