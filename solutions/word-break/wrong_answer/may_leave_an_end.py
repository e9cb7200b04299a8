"""Wrong: content once any word fits at the last place reached: "carpets" with car, pet gives True."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        good = [True] + [False] * len(s)
        for i in range(len(s)):
            for w in wordDict:
                if good[i] and s.startswith(w, i):
                    good[i + len(w)] = True
        return sum(good) > 1 and any(good[-2:])
