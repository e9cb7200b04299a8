"""Accepted: each coin is taken once more or left for good; a memo in two dimensions."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        memo = {}

        def best(i, left):
            if left == 0:
                return 0
            if i == len(coins) or left < 0:
                return math.inf
            if (i, left) not in memo:
                memo[i, left] = min(best(i + 1, left), best(i, left - coins[i]) + 1)
            return memo[i, left]

        res = best(0, amount)
        return -1 if res == math.inf else res
