"""Memory-hungry: a row of totals for every number of coins, 10,000 by 10,000."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        payable = [[False] * (amount + 1) for _ in range(amount + 1)]
        payable[0][0] = True
        for count in range(amount + 1):
            if payable[count][amount]:
                return count
            for total in range(amount + 1 if count < amount else 0):
                if payable[count][total]:
                    for coin in coins:
                        if total + coin <= amount:
                            payable[count + 1][total + coin] = True
        return -1
