"""Wrong: puts only letters of the last word in, so no way round is found."""
from collections import deque


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words, queue = set(wordList), deque([(beginWord, 1)])
        while queue:
            word, length = queue.popleft()
            if word == endWord:
                return length
            for i in range(len(word)):
                new = word[:i] + endWord[i] + word[i + 1:]
                if new in words:
                    words.remove(new)
                    queue.append((new, length + 1))
        return 0
