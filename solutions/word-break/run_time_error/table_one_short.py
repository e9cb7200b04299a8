"""Crashes: the table has no entry for the end of the text: "a" with a is an IndexError."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        dp = [True] + [False] * (len(s) - 1)
        for i in range(len(s)):
            for w in wordDict:
                if dp[i] and s.startswith(w, i):
                    dp[i + len(w)] = True
        return dp[len(s)]
