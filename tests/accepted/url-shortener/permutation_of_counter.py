SPACE = 62 ** 5
STEP = 387_420_489
ALPHABET = "".join(map(chr, [*range(48, 58), *range(65, 91), *range(97, 123)]))

class UrlShortener:
    def __init__(self):
        self.at = 1
        self.urls = {}
        self.counts = {}

    def _code(self):
        self.at = (self.at + STEP) % SPACE
        n, letters = self.at, []
        for _ in range(5):
            n, place = divmod(n, 62)
            letters.append(ALPHABET[place])
        return "".join(letters)

    def shorten(self, url):
        while (code := self._code()) in self.urls:
            continue
        self.urls[code] = url
        self.counts[code] = 0
        return code

    def expand(self, code):
        url = self.urls.get(code, None)
        if url is not None:
            self.counts[code] = self.counts[code] + 1
        return url

    def alias(self, url, code):
        if not 1 <= len(code) <= 7:
            return False
        for ch in code:
            if ch not in ALPHABET:
                return False
        if code in self.urls:
            return False
        self.urls[code] = url
        self.counts[code] = 0
        return True

    def clicks(self, code):
        return self.counts[code] if code in self.counts else 0
