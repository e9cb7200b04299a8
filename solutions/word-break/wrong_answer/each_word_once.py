"""Wrong: a word that is used is gone: "banana" with ba, na gives False."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        def cut(start, unused):
            if start == len(s):
                return True
            return any(
                s.startswith(w, start) and cut(start + len(w), unused - {w}) for w in unused
            )

        return cut(0, frozenset(wordDict))
