"""Memory-hungry: keeps every way to cut every beginning, of which there are exponentially many."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        ways = [[()]]
        for end in range(1, len(s) + 1):
            ways.append([
                way + (w,)
                for w in wordDict
                if s[:end].endswith(w)
                for way in ways[end - len(w)]
            ])
        return bool(ways[-1])
