"""Slow: keeps all users of the hour in order by sorting them again at every line."""


class Solution:
    def topActiveUsers(self, path, now):
        ranked = []
        for line in open(path, encoding="utf-8"):
            fields = line.split("\t")
            if len(fields) == 3 and fields[0].isdigit() and now - 3600 < int(fields[0]) <= now:
                for pair in ranked:
                    if pair[0] == fields[1]:
                        pair[1] += 1
                        break
                else:
                    ranked.append([fields[1], 1])
                ranked.sort(key=lambda pair: (-pair[1], pair[0]))
        return ranked[:10]
