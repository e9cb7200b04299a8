"""Wrong: a counter for each kind that never falls below 0: "([)]" passes."""


def is_valid(s):
    counts = Counter()
    for c in s:
        if c in "([{":
            counts[c] += 1
        else:
            opening = {")": "(", "]": "[", "}": "{"}[c]
            counts[opening] -= 1
            if counts[opening] < 0:
                return False
    return not any(counts.values())
