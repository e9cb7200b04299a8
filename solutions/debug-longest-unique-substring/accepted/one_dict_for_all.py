"""Accepted: no table any more, one dict for all characters."""
def length_of_longest_substring(s):
    """Move a window over the text; its left end jumps behind the last repeat."""
    places = {}
    # No window can be longer than there are characters.
    most = len(set(s))
    start = best = 0
    for end, c in enumerate(s):
        last, places[c] = places.get(c, -1), end
        if last >= start:
            start = last + 1
        best = max(best, end - start + 1)
        if best == most:
            break
    return best
