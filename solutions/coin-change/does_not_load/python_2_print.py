"""Does not load: a print statement of Python 2 was left inside."""


class Solution:
    def coinChange(self, coins, amount):
        dp = [0] + [amount + 1] * amount
        print dp
        return dp[amount]
