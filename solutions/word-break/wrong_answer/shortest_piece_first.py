"""Wrong: cuts as soon as the letters so far are a word: "abcd" with a, abc, b, cd is right, "aab" with aab, aa not."""


class Solution:
    def wordBreak(self, s: str, wordDict: List[str]) -> bool:
        piece = ""
        for c in s:
            piece += c
            if piece in wordDict:
                piece = ""
        return piece == ""
