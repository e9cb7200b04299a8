class Solution:
    def coinChange(self, coins: list[int], amount: int) -> int:
        # A plain function `def coin_change(coins, amount):` is fine too.
        pass
