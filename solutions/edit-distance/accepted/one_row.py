"""Accepted: one row that is overwritten, with the corner kept aside; the other name."""


def editDistance(word1, word2):
    row = list(range(len(word2) + 1))
    for i in range(len(word1)):
        corner, row[0] = row[0], i + 1
        for j in range(len(word2)):
            step = corner if word1[i] == word2[j] else 1 + min(corner, row[j], row[j + 1])
            corner, row[j + 1] = row[j + 1], step
    return row[-1]
