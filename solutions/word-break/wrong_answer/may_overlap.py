"""Wrong: asks whether each letter is covered by some word: "aba" with ab, ba gives True."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        covered = [False] * len(s)
        for w in wordDict:
            for i in range(len(s)):
                if s.startswith(w, i):
                    covered[i:i + len(w)] = [True] * len(w)
        return all(covered)
