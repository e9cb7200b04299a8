"""Accepted: seven random characters, a new code each time, camelCase class."""


class URLShortener:
    letters = string.ascii_letters + string.digits

    def __init__(self):
        self.urls: Dict[str, str] = {}
        self.hits = Counter()

    def shorten(self, url: str) -> str:
        while True:
            code = "".join(random.choice(self.letters) for _ in range(7))
            if code not in self.urls:
                self.urls[code] = url
                return code

    def expand(self, code: str) -> Optional[str]:
        url = self.urls.get(code)
        if url:
            self.hits[code] += 1
        return url

    def alias(self, url: str, code: str) -> bool:
        if not 1 <= len(code) <= 7 or not all(c in self.letters for c in code) or code in self.urls:
            return False
        self.urls[code] = url
        return True

    def clicks(self, code: str) -> int:
        return self.hits[code]
