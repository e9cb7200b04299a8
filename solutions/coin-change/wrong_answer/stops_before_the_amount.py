"""Wrong: the table is filled up to amount - 1 only: [7, 1], 1 gives -1."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        dp = [0] + [float("inf")] * amount
        for coin in coins:
            for i in range(coin, amount):
                dp[i] = min(dp[i], dp[i - coin] + 1)
        return -1 if dp[amount] == float("inf") else dp[amount]
