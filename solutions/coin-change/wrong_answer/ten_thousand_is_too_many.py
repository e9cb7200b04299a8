"""Wrong: 10,000 stands for impossible, and is the answer for [1], 10000."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        MAX = 10 ** 4
        dp = [0] + [MAX] * amount
        for coin in coins:
            for i in range(coin, amount + 1):
                dp[i] = min(dp[i], dp[i - coin] + 1)
        return -1 if dp[amount] >= MAX else dp[amount]
