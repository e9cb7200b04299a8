"""Wrong: counts are written without a separator: 1 and 11 look like 11 and 1."""


def group_anagrams(strs):
    groups = {}
    for word in strs:
        counts = [0] * 26
        for letter in word:
            counts[ord(letter) - ord("a")] += 1
        groups.setdefault("".join(map(str, counts)), []).append(word)
    return list(groups.values())
