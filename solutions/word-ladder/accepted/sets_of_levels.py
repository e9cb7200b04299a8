"""Accepted: whole levels as sets, cut with the words that are left."""


class Solution:
    def ladderLength(self, beginWord, endWord, wordList):
        words, level, length = set(wordList), {beginWord}, 1
        while level:
            if endWord in level:
                return length
            words -= level
            level = words & {
                w[:i] + c + w[i + 1:]
                for w in level
                for i in range(len(w))
                for c in "abcdefghijklmnopqrstuvwxyz"
            }
            length += 1
        return 0
