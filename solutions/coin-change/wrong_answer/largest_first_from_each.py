"""Wrong: largest first, begun at each coin in turn, which is greedy still: [2, 3], 7 gives -1."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        coins.sort(reverse=True)
        best = float("inf")
        for start in range(len(coins)):
            left, count = amount, 0
            for coin in coins[start:]:
                count += left // coin
                left %= coin
            if left == 0:
                best = min(best, count)
        return best if best != float("inf") else -1
