"""Wrong: steps on the last word though the list lacks it: "a", "c", ["b"] gives 2."""
from collections import deque


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words, queue = {*wordList, endWord}, deque([(beginWord, 1)])
        while queue:
            word, length = queue.popleft()
            if word == endWord:
                return length
            for i in range(len(word)):
                for c in "abcdefghijklmnopqrstuvwxyz":
                    new = word[:i] + c + word[i + 1:]
                    if new in words:
                        words.remove(new)
                        queue.append((new, length + 1))
        return 0
