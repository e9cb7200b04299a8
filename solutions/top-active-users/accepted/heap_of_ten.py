"""Accepted: a generator of users, a plain dict, and the ten from a heap."""
import heapq


def users_between(path, after, last):
    for line in open(path, encoding="utf-8"):
        first, _, rest = line.partition("\t")
        if first.isdigit() and after < int(first) <= last:
            user, tab, _ = rest.partition("\t")
            if tab:
                yield user


def topActiveUsers(path, now):
    counts = {}
    for user in users_between(path, now - 3600, now):
        counts[user] = counts.get(user, 0) + 1
    return heapq.nsmallest(10, counts.items(), key=lambda item: (-item[1], item[0]))
