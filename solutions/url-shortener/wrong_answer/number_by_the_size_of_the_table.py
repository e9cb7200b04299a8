"""Wrong: the next code is the size of the table: alias(a, "2") and two shortens later "2" is given again."""


class UrlShortener:
    def __init__(self):
        self.urls, self.counts = {}, {}

    def shorten(self, url):
        code = str(len(self.urls) + 1)
        self.urls[code] = url
        self.counts.setdefault(code, 0)
        return code

    def expand(self, code):
        if code in self.urls:
            self.counts[code] += 1
        return self.urls.get(code)

    def alias(self, url, code):
        if code in self.urls or not re.fullmatch("[0-9A-Za-z]{1,7}", code):
            return False
        self.urls[code], self.counts[code] = url, 0
        return True

    def clicks(self, code):
        return self.counts.get(code, 0)
