"""Wrong: counts every word that is taken out, and not the levels."""
from collections import deque


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words, queue, count = set(wordList), deque([beginWord]), 0
        while queue:
            word = queue.popleft()
            count += 1
            if word == endWord:
                return count
            for i in range(len(word)):
                for c in "abcdefghijklmnopqrstuvwxyz":
                    new = word[:i] + c + word[i + 1:]
                    if new in words:
                        words.remove(new)
                        queue.append(new)
        return 0
