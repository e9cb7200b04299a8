"""Wrong: counts letters that are not in the other word, whatever their order: "ab", "ba" gives 0."""
from collections import Counter


class Solution:
    def minDistance(self, word1: str, word2: str) -> int:
        a, b = Counter(word1), Counter(word2)
        return max((a - b).total(), (b - a).total())
