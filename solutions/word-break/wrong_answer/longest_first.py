"""Wrong: takes the longest word that fits and never looks back: "seashells" with seas, sea, shells."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        words = sorted(wordDict, key=len, reverse=True)
        i = 0
        while i < len(s):
            word = next((w for w in words if s.startswith(w, i)), None)
            if word is None:
                return False
            i += len(word)
        return True
