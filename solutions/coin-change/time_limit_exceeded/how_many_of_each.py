"""Slow: for each coin and total tries every number of that coin, quadratic in the amount."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        dp = [0] + [float("inf")] * amount
        for coin in coins:
            for total in range(amount, 0, -1):
                for many in range(1, total // coin + 1):
                    dp[total] = min(dp[total], dp[total - many * coin] + many)
        return dp[amount] if dp[amount] < float("inf") else -1
