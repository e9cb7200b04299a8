"""Wrong: returns 0 as soon as one word is empty: "", "ab" gives 0."""


class Solution:
    def minDistance(self, word1: str, word2: str) -> int:
        if not word1 or not word2:
            return 0
        row = list(range(len(word2) + 1))
        for i, a in enumerate(word1):
            new = [i + 1]
            for j, b in enumerate(word2):
                new.append(min(row[j] + (a != b), row[j + 1] + 1, new[j] + 1))
            row = new
        return row[-1]
