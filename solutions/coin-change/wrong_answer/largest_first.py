"""Wrong: takes the largest coin as often as it fits: [4, 1, 3], 6 gives 3 instead of 2."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        count = 0
        for coin in sorted(coins, reverse=True):
            count += amount // coin
            amount %= coin
        return count if amount == 0 else -1
