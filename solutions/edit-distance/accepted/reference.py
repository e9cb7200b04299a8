"""Reference: the table of all beginnings, two rows at a time.

Time: O(n * m), Space: O(m).
"""


def min_distance(word1, word2):
    above = list(range(len(word2) + 1))
    for i, a in enumerate(word1, 1):
        row = [i]
        for b, left_above, over in zip(word2, above, above[1:]):
            if a == b:
                row.append(left_above)
            else:
                row.append(1 + min(left_above, over, row[-1]))
        above = row
    return above[-1]
