class Solution:
    def topActiveUsers(self, path: str, now: int) -> List[Tuple[str, int]]:
        end = datetime.datetime.fromtimestamp(now, timezone.utc)
        start = int((end - timedelta(hours=1)).timestamp())
        with open(path, "rb") as log:
            lines = takewhile(lambda f: not f[0].isdigit() or int(f[0]) <= now, map(methodcaller("split", b"\t"), log))
            users = Counter(f[1] for f in lines if len(f) == 3 and f[0].isdigit() and int(f[0]) > start)
        named = [(user.decode("utf-8"), n) for user, n in users.items()]
        return sorted(named, key=lambda pair: (-pair[1], pair[0]))[:10]
