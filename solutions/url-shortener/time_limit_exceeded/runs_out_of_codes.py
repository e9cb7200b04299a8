"""Slow: draws two random characters until a code is free, forever when all 3,844 are taken."""


class UrlShortener:
    def __init__(self):
        self.urls, self.counts = {}, Counter()

    def shorten(self, url):
        while True:
            code = "".join(random.choices(string.digits + string.ascii_letters, k=2))
            if code not in self.urls:
                self.urls[code] = url
                return code

    def expand(self, code):
        if code in self.urls:
            self.counts[code] += 1
        return self.urls.get(code)

    def alias(self, url, code):
        if code in self.urls or not re.fullmatch("[0-9A-Za-z]{1,7}", code):
            return False
        self.urls[code] = url
        return True

    def clicks(self, code):
        return self.counts[code]
