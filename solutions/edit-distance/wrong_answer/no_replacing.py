"""Wrong: inserts and deletes only, by the longest common subsequence: "a", "b" gives 2."""


class Solution:
    def minDistance(self, word1: str, word2: str) -> int:
        lcs = [[0] * (len(word2) + 1) for _ in range(len(word1) + 1)]
        for i, a in enumerate(word1):
            for j, b in enumerate(word2):
                if a == b:
                    lcs[i + 1][j + 1] = lcs[i][j] + 1
                else:
                    lcs[i + 1][j + 1] = max(lcs[i][j + 1], lcs[i + 1][j])
        return len(word1) + len(word2) - 2 * lcs[-1][-1]
