"""Crashes: a list is no key of a dictionary: ["a"] is a TypeError."""


class Solution:
    def groupAnagrams(self, strs: List[str]) -> List[List[str]]:
        groups = defaultdict(list)
        for word in strs:
            groups[sorted(word)].append(word)
        return list(groups.values())
