"""Accepted: from the end, word by word, breaking off at the first that fits."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        dp = [False] * len(s) + [True]
        for i in reversed(range(len(s))):
            for w in wordDict:
                if s[i:i + len(w)] == w:
                    dp[i] = dp[i + len(w)]
                if dp[i]:
                    break
        return dp[0]
