"""Wrong: a later word overwrites what an earlier one has shown: "a" with a, b gives False."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        dp = [True] + [False] * len(s)
        for i in range(1, len(s) + 1):
            for w in wordDict:
                dp[i] = s[:i].endswith(w) and dp[i - len(w)]
        return dp[-1]
