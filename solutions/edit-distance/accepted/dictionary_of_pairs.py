"""Accepted: the table as a dictionary of pairs, a difference added as a bool."""


class Solution:
    def minDistance(self, word1, word2):
        d = {}
        for i in range(len(word1) + 1):
            for j in range(len(word2) + 1):
                if i == 0 or j == 0:
                    d[i, j] = i + j
                else:
                    change = d[i - 1, j - 1] + (word1[i - 1] != word2[j - 1])
                    d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, change)
        return d[len(word1), len(word2)]
