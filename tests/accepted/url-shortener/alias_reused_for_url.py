class UrlShortener:
    def __init__(self):
        self.forward = {}
        self.backward = {}
        self.clicked = {}
        self.next_id = 0

    def shorten(self, url):
        if url in self.backward:
            return self.backward[url]
        while True:
            code = format(self.next_id, "b") if self.next_id < 64 else str(self.next_id)
            self.next_id += 1
            if self._claim(url, code):
                return code

    def _claim(self, url, code):
        if code in self.forward:
            return False
        self.forward[code] = url
        self.backward.setdefault(url, code)
        self.clicked[code] = 0
        return True

    def expand(self, code):
        url = self.forward.get(code)
        if url is None:
            return None
        self.clicked[code] += 1
        return url

    def alias(self, url, code):
        if not re.compile(r"\A[a-z0-9]{1,7}\Z", re.I | re.A).match(code):
            return False
        return self._claim(url, code)

    def clicks(self, code):
        return self.clicked.get(code, 0)
