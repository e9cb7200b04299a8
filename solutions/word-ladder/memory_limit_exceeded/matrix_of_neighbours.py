"""Memory-hungry: a matrix of all pairs of words, 5,000 by 5,000."""


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        words = [beginWord, *wordList]
        near = [[False] * len(words) for _ in words]
        for i, a in enumerate(words):
            for j, b in enumerate(words):
                near[i][j] = sum(x != y for x, y in zip(a, b)) == 1
        seen, level, count = {0}, [0], 1
        while level:
            if any(words[i] == endWord and i for i in level):
                return count
            level = [j for i in level for j in range(len(words))
                     if near[i][j] and j not in seen and not seen.add(j)]
            count += 1
        return 0
