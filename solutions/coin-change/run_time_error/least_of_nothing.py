"""Crashes: takes the minimum over the coins that fit, and none may: [5, 10], 3 is a ValueError."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        dp = [0] + [float("inf")] * amount
        for i in range(1, amount + 1):
            dp[i] = min(dp[i - c] for c in coins if c <= i) + 1
        return dp[amount] if dp[amount] < float("inf") else -1
