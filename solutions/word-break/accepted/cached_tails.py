"""Accepted: recursion with lru_cache over the tails as texts."""
from functools import lru_cache


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        @lru_cache(None)
        def dfs(rest):
            if not rest:
                return True
            for w in wordDict:
                if rest.startswith(w) and dfs(rest[len(w):]):
                    return True
            return False

        return dfs(s)
