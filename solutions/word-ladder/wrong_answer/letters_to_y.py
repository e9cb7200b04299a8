"""Wrong: range(97, 122) stops before the letter z: "a", "z", ["z"] gives 0."""
from collections import deque


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words, queue = set(wordList), deque([(beginWord, 1)])
        while queue:
            word, length = queue.popleft()
            if word == endWord:
                return length
            for i in range(len(word)):
                for code in range(97, 122):
                    new = word[:i] + chr(code) + word[i + 1:]
                    if new in words:
                        words.remove(new)
                        queue.append((new, length + 1))
        return 0
