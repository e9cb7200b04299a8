"""Wrong: takes words out of the middle, so what is left joins anew: "ccatat" with cat gives True."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        while s:
            word = next((w for w in wordDict if w in s), None)
            if word is None:
                return False
            s = s.replace(word, "", 1)
        return True
