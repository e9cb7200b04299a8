def lengthOfLongestSubstring(s):
    window = OrderedDict()
    best = 0
    for c in s:
        if c in window:
            while window.popitem(last=False)[0] != c:
                pass
        window[c] = True
        best = max(best, len(window))
    return best
