"""Memory-hungry: a table of who overlaps whom, for a search of connected groups: gigabytes."""


def merge(intervals):
    n = len(intervals)
    overlaps = [[False] * n for _ in range(n)]
    for i, (a, b) in enumerate(intervals):
        for j, (c, d) in enumerate(intervals):
            overlaps[i][j] = a <= d and c <= b
    seen, merged = set(), []
    for i in range(n):
        group, stack = [], [i]
        while stack:
            at = stack.pop()
            if at not in seen:
                seen.add(at)
                group.append(intervals[at])
                stack += [j for j in range(n) if overlaps[at][j]]
        if group:
            merged.append([min(a for a, b in group), max(b for a, b in group)])
    return sorted(merged)
