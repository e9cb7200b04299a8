def length_of_longest_substring(s):
    def step(state, item):
        last, start, best = state
        i, c = item
        if c in last and last[c] >= start:
            start = last[c] + 1
        last[c] = i
        return last, start, max(best, i - start + 1)
    return reduce(step, enumerate(s), ({}, 0, 0))[2]
