"""Accepted: all places that some number of words leads to, level by level."""


class Solution:
    def wordBreak(self, s, wordDict):
        level = {0}
        while level and len(s) not in level:
            level = {i + len(w) for i in level for w in wordDict if s.startswith(w, i)}
        return bool(level)
