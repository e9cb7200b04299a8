"""Accepted: a defaultdict of patterns and a visited set, as it is usually pasted."""
import collections


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        if endWord not in wordList:
            return 0
        nei = collections.defaultdict(list)
        wordList.append(beginWord)
        for word in wordList:
            for j in range(len(word)):
                nei[word[:j] + "*" + word[j + 1:]].append(word)
        visit = {beginWord}
        q = collections.deque([beginWord])
        res = 1
        while q:
            for _ in range(len(q)):
                word = q.popleft()
                if word == endWord:
                    return res
                for j in range(len(word)):
                    for other in nei[word[:j] + "*" + word[j + 1:]]:
                        if other not in visit:
                            visit.add(other)
                            q.append(other)
            res += 1
        return 0
