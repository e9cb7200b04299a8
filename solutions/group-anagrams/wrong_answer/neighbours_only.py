"""Wrong: itertools.groupby without sorting first: ["ab","cd","ba"] has three groups."""


class Solution:
    def groupAnagrams(self, strs):
        return [list(group) for _, group in itertools.groupby(strs, key=sorted)]
