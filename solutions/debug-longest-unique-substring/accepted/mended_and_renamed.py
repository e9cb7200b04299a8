"""Accepted: both lines mended, and names that say more."""
# Characters below this have a place in a table, which is quicker than a dict.
PLANE = 0x10000


def length_of_longest_substring(s):
    """Move a window over the text; its left right jumps behind the last repeat."""
    table, beyond = [-1] * PLANE, {}
    # No window can be longer than there are characters.
    different = len(set(s))
    left = best = 0
    for right, c in enumerate(s):
        code = ord(c)
        if code < PLANE:
            last, table[code] = table[code], right
        else:
            last, beyond[c] = beyond.get(c, -1), right
        if last >= left:
            left = last + 1
        best = max(best, right - left + 1)
        if best == different:
            break
    return best
