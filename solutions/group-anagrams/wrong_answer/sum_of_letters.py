"""Wrong: the key is the sum of the letters' numbers: ["ad","bc"] is one group."""


def group_anagrams(strs):
    groups = {}
    for word in strs:
        groups.setdefault(sum(map(ord, word)), []).append(word)
    return list(groups.values())
