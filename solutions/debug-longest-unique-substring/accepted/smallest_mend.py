"""Accepted: the two lines, and no more."""
# Characters below this have a place in a table, which is quicker than a dict.
PLANE = 0x10000


def length_of_longest_substring(s):
    """Move a window over the text; its left end jumps behind the last repeat."""
    table, others = [-1] * PLANE, {}
    # No window can be longer than there are characters.
    most = len(set(s))
    start = best = 0
    for end, c in enumerate(s):
        code = ord(c)
        if code < PLANE:
            last, table[code] = table[code], end
        else:
            last, others[c] = others.get(c, -1), end
        if last >= start:
            start = last + 1
        best = max(best, end - start + 1)
        if best == most:
            break
    return best
