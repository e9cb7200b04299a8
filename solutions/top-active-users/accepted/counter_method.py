"""Accepted: class Solution in camelCase, damaged lines by try and except, pairs as lists."""


class Solution:
    def topActiveUsers(self, path: str, now: int) -> List[Tuple[str, int]]:
        counts = Counter()
        with open(path, "r", encoding="utf-8") as f:
            for line in f:
                try:
                    time, user, _ = line.split("\t")
                    time = int(time)
                except ValueError:
                    continue
                if time > now:
                    break
                if time > now - 3600:
                    counts[user] += 1
        ranked = sorted(counts, key=lambda user: (-counts[user], user))
        return [[user, counts[user]] for user in ranked[:10]]
