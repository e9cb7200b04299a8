class Solution:
    def isValid(self, s: str) -> bool:
        # A plain function `def is_valid(s):` is fine too.
        pass
