class Solution:
    def letterCombinations(self, digits: str) -> list[str]:
        # A plain function `def letter_combinations(digits):` is fine too.
        pass
