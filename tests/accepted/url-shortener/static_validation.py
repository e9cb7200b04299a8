class UrlShortener:
    @staticmethod
    def valid(code):
        return 1 <= len(code) <= 7 and all("0" <= c <= "9" or "A" <= c <= "Z" or "a" <= c <= "z" for c in code)

    @classmethod
    def base36(cls, n):
        head = cls.base36(n // 36) if n >= 36 else ""
        return head + "0123456789abcdefghijklmnopqrstuvwxyz"[n % 36]

    def __init__(self):
        self.rows = {}
        self.seq = 0

    def shorten(self, url):
        while self.base36(self.seq) in self.rows:
            self.seq += 1
        self.rows[self.base36(self.seq)] = [url, 0]
        return self.base36(self.seq)

    def expand(self, code):
        row = self.rows.get(code)
        if not row:
            return
        row[1] += 1
        return row[0]

    def alias(self, url, code):
        if self.valid(code) and code not in self.rows:
            self.rows[code] = [url, 0]
            return True
        return False

    def clicks(self, code):
        return (self.rows.get(code) or ["", 0])[1]
