"""Memory-hungry: keeps the window of every step to take the longest at the end: gigabytes of text."""


def length_of_longest_substring(s):
    windows, last, start = [""], {}, 0
    for i, c in enumerate(s):
        start = max(start, last.get(c, -1) + 1)
        last[c] = i
        windows.append(s[start:i + 1])
    return max(map(len, windows))
