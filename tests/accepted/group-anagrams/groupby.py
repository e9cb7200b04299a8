from itertools import groupby
def groupAnagrams(strs):
    key = sorted
    return [list(g) for _, g in groupby(sorted(strs, key=key), key)]
