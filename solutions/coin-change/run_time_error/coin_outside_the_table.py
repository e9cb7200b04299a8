"""Crashes: writes each coin into the table, also one larger than the amount: [7], 0 is an IndexError."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        dp = [0] + [float("inf")] * amount
        for coin in coins:
            dp[coin] = 1
        for i in range(1, amount + 1):
            for c in coins:
                if c <= i:
                    dp[i] = min(dp[i], dp[i - c] + 1)
        return dp[amount] if dp[amount] < float("inf") else -1
