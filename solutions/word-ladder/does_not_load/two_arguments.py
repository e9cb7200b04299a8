"""Does not load: the method takes no list of words."""


class Solution:
    def ladderLength(self, beginWord: str, endWord: str) -> int:
        return 0
