"""Accepted: from both ends, the smaller side first."""


class Solution:
    def ladderLength(self, beginWord, endWord, wordList):
        left = set(wordList)
        if endWord not in left:
            return 0
        near, far, count = {beginWord}, {endWord}, 2
        while near:
            left -= near
            reached = {
                word[:i] + c + word[i + 1:]
                for word in near
                for i in range(len(word))
                for c in "abcdefghijklmnopqrstuvwxyz"
            }
            if reached & far:
                return count
            near, far = sorted((reached & left, far), key=len)
            count += 1
        return 0
