"""Wrong: returns the sorted letters in place of the words: ["ba"] gives [["ab"]]."""


class Solution:
    def groupAnagrams(self, strs):
        groups = defaultdict(list)
        for word in strs:
            word = "".join(sorted(word))
            groups[word].append(word)
        return list(groups.values())
