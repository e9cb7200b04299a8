"""Crashes: compares letter by letter past the end of the text: "a" with aa is an IndexError."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        good = [True] + [False] * len(s)
        for i in range(len(s)):
            for w in wordDict:
                if good[i] and all(s[i + k] == c for k, c in enumerate(w)):
                    good[i + len(w)] = True
        return good[-1]
