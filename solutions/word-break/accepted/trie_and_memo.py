"""Accepted: a trie of nested dictionaries, walked from each place that can be reached; 1 for True."""


def wordBreak(s, wordDict):
    trie = {}
    for word in wordDict:
        node = trie
        for c in word:
            node = node.setdefault(c, {})
        node["end"] = True
    good = {0}
    for start in range(len(s)):
        node = trie if start in good else {}
        for place, c in enumerate(s[start:], start + 1):
            node = node.get(c, {})
            if "end" in node:
                good.add(place)
    return 1 if len(s) in good else 0
