"""Accepted: a defaultdict with tuples as keys, whose view is returned; pasted, with a print left in."""
from collections import defaultdict
from typing import List


class Solution:
    def groupAnagrams(self, strs: List[str]) -> List[List[str]]:
        d = defaultdict(list)
        for s in strs:
            d[tuple(sorted(s))].append(s)
        print(len(d))
        return d.values()
