def length_of_longest_substring(s):
    def lengths():
        last, run = {}, 0
        for i, c in enumerate(s):
            run = min(run + 1, i - last.get(c, -1))
            last[c] = i
            yield run
    return max(lengths(), default=0)
