"""Wrong: one word or two: "banana" with ba, na gives False."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        words = set(wordDict)
        return s in words or any(s[:i] in words and s[i:] in words for i in range(1, len(s)))
