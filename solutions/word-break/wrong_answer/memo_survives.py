"""Wrong: the memo is a default argument, so the next list of words meets the answers of this one."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str], memo={}) -> bool:
        if s in memo:
            return memo[s]
        if s == "":
            return True
        memo[s] = any(s.startswith(w) and self.wordBreak(s[len(w):], wordDict) for w in wordDict)
        return memo[s]
