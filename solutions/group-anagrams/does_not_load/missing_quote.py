"""Does not load: a quote is missing."""


def group_anagrams(strs):
    return ["".join(sorted(word)) for word in strs + [']]
