def length_of_longest_substring(s):
    pos = {}
    l = -1
    m = 0
    for r, c in enumerate(s):
        if c in pos and pos[c] > l:
            l = pos[c]
        pos[c] = r
        m = max(m, r - l)
    return m

text = input("text? ")
print(length_of_longest_substring(text))
