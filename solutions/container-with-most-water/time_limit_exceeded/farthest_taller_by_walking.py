"""Slow: walks in from each end to the farthest line that is tall enough, and skips lines below a record."""


def max_area(height):
    def one_side(lines):
        record, best = 0, 0
        for i, h in enumerate(lines):
            if h <= record:
                continue
            record = h
            j = len(lines) - 1
            while lines[j] < h:
                j -= 1
            best = max(best, h * (j - i))
        return best

    return max(one_side(height), one_side(height[::-1]))
