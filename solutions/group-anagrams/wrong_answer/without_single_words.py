"""Wrong: leaves out words without an anagram: ["a"] gives []."""


class Solution:
    def groupAnagrams(self, strs: List[str]) -> List[List[str]]:
        groups = defaultdict(list)
        for word in strs:
            groups["".join(sorted(word))].append(word)
        return [group for group in groups.values() if len(group) > 1]
