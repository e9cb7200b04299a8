"""Wrong: collects in sets, so equal words are there once: ["ab","ab"] gives [["ab"]]."""


def group_anagrams(strs):
    groups = defaultdict(set)
    for word in strs:
        groups["".join(sorted(word))].add(word)
    return [list(group) for group in groups.values()]
