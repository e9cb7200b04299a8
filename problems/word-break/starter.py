class Solution:
    def wordBreak(self, s: str, wordDict: list[str]) -> bool:
        # A plain function `def word_break(s, wordDict):` is fine too.
        pass
