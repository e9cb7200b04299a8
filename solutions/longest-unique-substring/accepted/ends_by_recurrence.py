"""Accepted: dynamic programming over the ends, generator inside, helper class."""


class LastSeen(dict):
    def __missing__(self, key):
        return -1


def lengths(s):
    last, length = LastSeen(), 0
    for i, c in enumerate(s):
        length = min(length + 1, i - last[c])
        last[c] = i
        yield length


def length_of_longest_substring(s):
    return max([0, *lengths(s)])
