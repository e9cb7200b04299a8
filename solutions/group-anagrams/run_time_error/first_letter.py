"""Crashes: looks at the first letter of an empty word: [""] is an IndexError."""


def group_anagrams(strs):
    groups = {}
    for word in strs:
        key = (min(word[0], *word), "".join(sorted(word)))
        groups.setdefault(key, []).append(word)
    return list(groups.values())
