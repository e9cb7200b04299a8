class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: list[str]) -> int:
        # A plain function `def ladder_length(beginWord, endWord, wordList):` is fine too.
        pass
