"""Wrong: answers in how many ways the amount can be paid: [4, 1, 3], 6 gives 4 instead of 2."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        ways = [1] + [0] * amount
        for coin in coins:
            for total in range(coin, amount + 1):
                ways[total] += ways[total - coin]
        return ways[amount] or -1
