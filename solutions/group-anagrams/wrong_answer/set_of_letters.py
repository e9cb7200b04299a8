"""Wrong: the key forgets how often a letter occurs: ["aab","abb"] is one group."""


class Solution:
    def groupAnagrams(self, strs: List[str]) -> List[List[str]]:
        groups = defaultdict(list)
        for word in strs:
            groups["".join(sorted(set(word)))].append(word)
        return list(groups.values())
