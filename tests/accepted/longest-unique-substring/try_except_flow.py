class RepeatError(Exception):
    pass

def length_of_longest_substring(s):
    places, first, best = {}, 0, 0
    for i, c in enumerate(s):
        try:
            if places[c] >= first:
                raise RepeatError
        except KeyError:
            pass
        except RepeatError:
            first = places[c] + 1
        finally:
            places[c] = i
        best = max(best, i - first + 1)
    return best
