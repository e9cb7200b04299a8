"""Wrong: removes words from the list that it walks over, so some are skipped: ["a","b"] gives [["a"]]."""


def group_anagrams(strs):
    groups = []
    for word in strs:
        group = [other for other in strs if sorted(other) == sorted(word)]
        for other in group:
            strs.remove(other)
        groups.append(group)
    return groups
