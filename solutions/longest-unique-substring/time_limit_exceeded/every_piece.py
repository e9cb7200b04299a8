"""Slow: tries every piece of the string: cubic."""


def length_of_longest_substring(s):
    for size in range(len(s), 0, -1):
        for i in range(len(s) - size + 1):
            piece = s[i:i + size]
            if len(set(piece)) == size:
                return size
    return 0
