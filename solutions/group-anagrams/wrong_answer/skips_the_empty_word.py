"""Wrong: skips words that are falsy: [""] gives []."""


def group_anagrams(strs):
    groups = {}
    for word in strs:
        if not word:
            continue
        groups.setdefault("".join(sorted(word)), []).append(word)
    return list(groups.values())
