"""Wrong: the answer for an amount of 0 is -1 instead of 0."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        if not coins or amount <= 0:
            return -1
        least = [0] + [amount + 1] * amount
        for total in range(1, amount + 1):
            for coin in coins:
                if coin <= total:
                    least[total] = min(least[total], least[total - coin] + 1)
        return -1 if least[amount] > amount else least[amount]
