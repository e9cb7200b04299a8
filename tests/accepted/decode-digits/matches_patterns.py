import re
PATTERN = re.compile(r"1[0-9]|2[0-6]|[1-9]")

def decode_digits(digits):
    ways = {0: [""]}
    for i in range(len(digits)):
        for width in (1, 2):
            m = PATTERN.fullmatch(digits, i, min(i + width, len(digits)))
            if m and len(m.group()) == width and i in ways:
                letter = chr(int(m.group()) + 64)
                ways.setdefault(i + width, []).extend(w + letter for w in ways[i])
    return ways.get(len(digits), []) if digits else []
