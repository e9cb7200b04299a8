class Solution:
    def groupAnagrams(self, strs: list[str]) -> list[list[str]]:
        # A plain function `def group_anagrams(strs):` is fine too.
        pass
