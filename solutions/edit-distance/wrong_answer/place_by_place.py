"""Wrong: compares the words place by place: "cart", "art" gives 4."""


class Solution:
    def minDistance(self, word1: str, word2: str) -> int:
        return sum(a != b for a, b in zip(word1, word2)) + abs(len(word1) - len(word2))
