"""Slow: the memo keeps what can be cut and not what cannot, which is what repeats."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        memo = {len(s): True}

        def fits(start):
            if start in memo:
                return memo[start]
            for w in wordDict:
                if s.startswith(w, start) and fits(start + len(w)):
                    memo[start] = True
                    return True
            return False

        return fits(0)
