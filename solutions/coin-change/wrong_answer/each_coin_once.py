"""Wrong: totals from high to low, so that each coin is used once at most: [4, 1, 3], 6 gives -1."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        least = [0] + [float("inf")] * amount
        for coin in coins:
            for total in range(amount, coin - 1, -1):
                least[total] = min(least[total], least[total - coin] + 1)
        return least[amount] if least[amount] < float("inf") else -1
