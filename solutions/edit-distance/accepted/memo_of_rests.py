"""Accepted: a dictionary of pairs of rests, as texts; the memo belongs to the object."""


class Solution:
    def __init__(self):
        self.memo = {}

    def minDistance(self, word1: str, word2: str) -> int:
        if not word1 or not word2:
            return len(word1) + len(word2)
        if word1[0] == word2[0]:
            return self.minDistance(word1[1:], word2[1:])
        if (word1, word2) not in self.memo:
            insert = self.minDistance(word1, word2[1:])
            delete = self.minDistance(word1[1:], word2)
            replace = self.minDistance(word1[1:], word2[1:])
            self.memo[word1, word2] = 1 + min(insert, delete, replace)
        return self.memo[word1, word2]
