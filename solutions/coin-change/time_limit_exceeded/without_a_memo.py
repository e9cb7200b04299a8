"""Slow: plain recursion, exponential in the amount."""


class Solution:
    def coinChange(self, coins: List[int], amount: int) -> int:
        def dfs(rest):
            if rest == 0:
                return 0
            return min((dfs(rest - c) + 1 for c in coins if c <= rest), default=float("inf"))

        best = dfs(amount)
        return best if best < float("inf") else -1
