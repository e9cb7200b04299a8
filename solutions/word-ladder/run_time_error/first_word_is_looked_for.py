"""Crashes: looks for the place of the first word in the list: a ValueError where it is not there."""


class Solution:
    def ladderLength(self, beginWord: str, endWord: str, wordList: List[str]) -> int:
        if endWord not in wordList:
            return 0
        start, end = wordList.index(beginWord), wordList.index(endWord)
        near = [
            [j for j, b in enumerate(wordList) if sum(x != y for x, y in zip(a, b)) == 1]
            for a in wordList
        ]
        seen, level, count = {start}, [start], 1
        while level:
            if end in level:
                return count
            level = [j for i in level for j in near[i] if j not in seen and not seen.add(j)]
            count += 1
        return 0
