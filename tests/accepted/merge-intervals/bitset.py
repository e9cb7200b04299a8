def merge(intervals):
    bits = 0
    for s, e in intervals:
        bits |= ((1 << (2 * e - 2 * s + 1)) - 1) << (2 * s)
    text = bin(bits)[:1:-1]
    out, i = [], text.find('1')
    while i >= 0:
        j = text.find('0', i)
        if j < 0: j = len(text)
        out.append([i // 2, (j - 1) // 2])
        i = text.find('1', j)
    return out
