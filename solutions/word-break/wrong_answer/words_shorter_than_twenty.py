"""Wrong: looks at pieces of less than 20 letters, and a word may have 20."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        words = set(wordDict)
        good = {0}
        for end in range(1, len(s) + 1):
            if any(start in good and s[start:end] in words for start in range(max(0, end - 19), end)):
                good.add(end)
        return len(s) in good
