"""Accepted: a dictionary of distances, letters taken from the list itself; nested function."""
from collections import deque


def ladderLength(beginWord, endWord, wordList):
    letters = set("".join(wordList))
    distance = dict.fromkeys(wordList, 0)
    distance[beginWord] = 1
    queue = deque([beginWord])

    def neighbours(word):
        for i in range(len(word)):
            for c in letters:
                yield word[:i] + c + word[i + 1:]

    while queue:
        word = queue.popleft()
        for other in neighbours(word):
            if distance.get(other) == 0:
                distance[other] = distance[word] + 1
                queue.append(other)
    return distance.get(endWord, 0)
