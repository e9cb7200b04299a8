"""Wrong: at a difference looks one letter ahead and never back: "abab", "baaab" gives too many."""


class Solution:
    def minDistance(self, word1: str, word2: str) -> int:
        i = j = steps = 0
        while i < len(word1) and j < len(word2):
            if word1[i] == word2[j]:
                i, j = i + 1, j + 1
                continue
            steps += 1
            if word1[i + 1:i + 2] == word2[j]:
                i += 1
            elif word2[j + 1:j + 2] == word1[i]:
                j += 1
            else:
                i, j = i + 1, j + 1
        return steps + len(word1) - i + len(word2) - j
