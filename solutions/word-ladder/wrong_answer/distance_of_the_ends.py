"""Wrong: counts the letters in which the ends differ, as if all words were in the list."""


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        if endWord not in wordList:
            return 0
        return 1 + sum(a != b for a, b in zip(beginWord, endWord))
