"""Accepted: counts with a defaultdict that nobody imported, as a bare method, prints left in."""


def lengthOfLongestSubstring(self, s: str) -> int:
    count = defaultdict(int)
    l = 0
    res = 0
    for r, c in enumerate(s):
        count[c] += 1
        while count[c] > 1:
            count[s[l]] -= 1
            l += 1
        res = max(res, r - l + 1)
    print(f"{res=}")
    return res
