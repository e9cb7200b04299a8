"""Wrong: words are neighbours only if they differ in the last letter, by a common beginning."""
import os


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words, level, count = set(wordList) - {beginWord}, {beginWord}, 1
        while level:
            if endWord in level:
                return count
            level = {
                b for a in level for b in words
                if len(os.path.commonprefix([a, b])) >= len(a) - 1
            }
            words -= level
            count += 1
        return 0
