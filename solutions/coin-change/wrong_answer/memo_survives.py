"""Wrong: the memo is a default argument, so the next call meets the totals of other coins."""


class Solution:
    def coinChange(self, coins, amount, memo={0: 0}):
        if amount < 0:
            return -1
        if amount not in memo:
            rests = [self.coinChange(coins, amount - coin) for coin in coins]
            memo[amount] = min((r + 1 for r in rests if r >= 0), default=-1)
        return memo[amount]
