"""Wrong: the tables are default arguments: a second shortener knows the first one's codes."""


class UrlShortener:
    def __init__(self, urls={}, counts={}):
        self.urls, self.counts, self.number = urls, counts, 0

    def shorten(self, url):
        self.number += 1
        while str(self.number) in self.urls:
            self.number += 1
        self.urls[str(self.number)] = url
        return str(self.number)

    def expand(self, code):
        if code in self.urls:
            self.counts[code] = self.counts.get(code, 0) + 1
        return self.urls.get(code)

    def alias(self, url, code):
        if code in self.urls or not re.fullmatch("[0-9A-Za-z]{1,7}", code):
            return False
        self.urls[code] = url
        return True

    def clicks(self, code):
        return self.counts.get(code, 0)
