class Store(dict):
    def free(self, code):
        return code not in self

class Clicks(defaultdict):
    def __init__(self):
        super().__init__(int)

class UrlShortener:
    pattern = re.compile("^[a-zA-Z0-9]+$")

    def __init__(self):
        self.store = Store()
        self.counter = Clicks()
        self.last = 0

    def _well_formed(self, code):
        return 0 < len(code) <= 7 and bool(self.pattern.fullmatch(code))

    def shorten(self, url):
        self.last += 1
        code = oct(self.last)[2:]
        if not self.store.free(code):
            return self.shorten(url)
        self.store[code] = url
        return code

    def expand(self, code):
        if self.store.free(code):
            return None
        self.counter[code] += 1
        return self.store[code]

    def alias(self, url, code):
        if not (self._well_formed(code) and self.store.free(code)):
            return False
        self.store[code] = url
        return True

    def clicks(self, code):
        return self.counter.get(code, 0)
