"""Wrong: the groups are kept in the class: right alone, wrong on the second call."""


class Solution:
    groups = defaultdict(list)

    def groupAnagrams(self, strs):
        for word in strs:
            self.groups["".join(sorted(word))].append(word)
        return list(self.groups.values())
