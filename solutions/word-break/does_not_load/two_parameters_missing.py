"""Does not load: the method takes no list of words."""


class Solution:
    def wordBreak(self, s: str) -> bool:
        return bool(s)
