"""Reference: breadth first over buckets of words with one letter left open.

Time: O(words * length^2), Space: O(words * length^2).
"""
from collections import defaultdict


def ladder_length(beginWord, endWord, wordList):
    buckets = defaultdict(set)
    for word in wordList:
        for i in range(len(word)):
            buckets[word[:i] + "*" + word[i + 1:]].add(word)
    level, count = {beginWord}, 1
    while level:
        if endWord in level:
            return count
        following = set()
        for word in level:
            for i in range(len(word)):
                following |= buckets.pop(word[:i] + "*" + word[i + 1:], set())
        level, count = following - level, count + 1
    return 0
