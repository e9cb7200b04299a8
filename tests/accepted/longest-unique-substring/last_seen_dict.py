def length_of_longest_substring(s):
    last, start, best = {}, 0, 0
    for i, ch in enumerate(s):
        start = max(start, last.get(ch, -1) + 1)
        last[ch] = i
        best = max(best, i + 1 - start)
    return best
