"""Memory-hungry: a list of all 14 million codes of four characters is made beforehand."""


class UrlShortener:
    def __init__(self):
        self.free = list(product(string.digits + string.ascii_letters, repeat=4))
        self.urls, self.counts = {}, Counter()

    def shorten(self, url):
        code = "".join(self.free.pop())
        while code in self.urls:
            code = "".join(self.free.pop())
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
