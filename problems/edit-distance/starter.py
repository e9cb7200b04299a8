class Solution:
    def minDistance(self, word1: str, word2: str) -> int:
        # A plain function `def min_distance(word1, word2):` is fine too.
        pass
