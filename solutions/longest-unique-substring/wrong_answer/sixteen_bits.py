"""Wrong: keeps the low 16 bits of a character, wrong above U+FFFF only: "A" with U+10041 gives 1."""


def length_of_longest_substring(s):
    last, start, best = {}, 0, 0
    for i, c in enumerate(s):
        code = ord(c) & 0xFFFF
        start = max(start, last.get(code, -1) + 1)
        last[code] = i
        best = max(best, i - start + 1)
    return best
