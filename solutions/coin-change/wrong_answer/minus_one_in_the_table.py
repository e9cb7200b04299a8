"""Wrong: a rest that cannot be paid counts -1, and one coin more makes 0 of it: [5, 10], 12 gives 0."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        dp = [0] + [-1] * amount
        for i in range(1, amount + 1):
            options = [dp[i - c] + 1 for c in coins if c <= i]
            if options:
                dp[i] = min(options)
        return dp[amount]
