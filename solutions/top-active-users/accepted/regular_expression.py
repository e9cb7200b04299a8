"""Accepted: a regular expression on every line of the stream, as a bare method."""
import re
from collections import defaultdict

LINE = re.compile(r"(?P<time>[0-9]+)\t(?P<user>[^\t\n]+)\t(?P<action>[^\t\n]+)")


def top_active_users(self, path, now):
    counts = defaultdict(int)
    with open(path, encoding="utf-8") as log:
        for line in log:
            match = LINE.match(line)
            if match is None:
                continue
            age = now - int(match.group("time"))
            if 0 <= age < 3600:
                counts[match.group("user")] += 1
    return sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:10]
