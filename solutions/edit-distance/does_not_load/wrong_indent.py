"""Does not load: the last line stands one space too far to the right."""


class Solution:
    def minDistance(self, word1: str, word2: str) -> int:
        row = list(range(len(word2) + 1))
         return row[-1]
