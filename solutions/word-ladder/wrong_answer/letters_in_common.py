"""Wrong: takes words for neighbours that share all letters but one, wherever these stand."""
from collections import Counter


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words, level, count = set(wordList) - {beginWord}, {beginWord}, 1
        while level:
            if endWord in level:
                return count
            level = {
                b for a in level for b in words
                if sum((Counter(a) - Counter(b)).values()) <= 1
            }
            words -= level
            count += 1
        return 0
