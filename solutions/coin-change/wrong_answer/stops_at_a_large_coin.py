"""Wrong: breaks off at the first coin that is too large, without having sorted: [4, 1, 3], 1 gives -1."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        dp = [0] + [float("inf")] * amount
        for i in range(1, amount + 1):
            for c in coins:
                if c > i:
                    break
                dp[i] = min(dp[i], dp[i - c] + 1)
        return dp[amount] if dp[amount] < float("inf") else -1
