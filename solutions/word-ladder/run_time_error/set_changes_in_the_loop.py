"""Crashes: takes words out of the set over which the loop goes: a RuntimeError."""


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words, level, count = set(wordList), [beginWord], 1
        while level:
            if endWord in level:
                return count
            following = []
            for word in level:
                for other in words:
                    if sum(a != b for a, b in zip(word, other)) == 1:
                        following.append(other)
                        words.remove(other)
            level, count = following, count + 1
        return 0
