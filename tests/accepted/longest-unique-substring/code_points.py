def length_of_longest_substring(s):
    codes = list(map(ord, s))
    last = {}
    best = left = 0
    for i, code in enumerate(codes):
        if (j := last.get(code, -1)) >= left:
            left = j + 1
        last[code] = i
        if i - left >= best:
            best = i - left + 1
    return best
