"""Wrong: cuts where a word ends, whether or not what stands before it can be cut: "xyab" with ab."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        words = set(wordDict)
        dp = [True] + [False] * len(s)
        for i in range(1, len(s) + 1):
            for j in range(i):
                if s[j:i] in words:
                    dp[i] = True
        return dp[-1]
