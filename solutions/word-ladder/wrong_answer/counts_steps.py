"""Wrong: counts steps instead of words: "a", "c", ["c"] gives 1."""
from collections import deque


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words, queue = set(wordList), deque([(beginWord, 0)])
        while queue:
            word, steps = queue.popleft()
            if word == endWord:
                return steps
            for i in range(len(word)):
                for c in "abcdefghijklmnopqrstuvwxyz":
                    new = word[:i] + c + word[i + 1:]
                    if new in words:
                        words.remove(new)
                        queue.append((new, steps + 1))
        return 0
