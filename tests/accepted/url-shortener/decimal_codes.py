class UrlShortener:
    def __init__(self):
        self.table = {}
        self.count = itertools.count()

    def shorten(self, url: str) -> str:
        code = next(c for c in map(str, self.count) if c not in self.table)
        self.table[code] = [url, 0]
        return code

    def expand(self, code: str) -> Optional[str]:
        entry = self.table.get(code)
        if entry is None:
            return None
        entry[1] += 1
        return entry[0]

    def alias(self, url: str, code: str) -> bool:
        good = 1 <= len(code) <= 7 and all(c in string.ascii_letters + string.digits for c in code)
        if not good or code in self.table:
            return False
        self.table[code] = [url, 0]
        return True

    def clicks(self, code: str) -> int:
        return self.table[code][1] if code in self.table else 0
