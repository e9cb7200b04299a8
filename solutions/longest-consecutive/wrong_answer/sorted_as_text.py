"""Wrong: sorts the numbers as texts: 10 comes before 9."""


def longest_consecutive(nums):
    best = current = 0
    before = None
    for x in sorted(set(nums), key=str):
        current = current + 1 if before is not None and x == before + 1 else 1
        best = max(best, current)
        before = x
    return best
