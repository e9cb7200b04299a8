"""Reference: the sorted letters are the key of a group.

Time: O(n * m log m), Space: O(n * m).
"""


def group_anagrams(strs):
    groups = {}
    for word in strs:
        groups.setdefault("".join(sorted(word)), []).append(word)
    return list(groups.values())
