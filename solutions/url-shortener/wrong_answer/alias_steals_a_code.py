"""Wrong: an alias may take a code that stands for another URL: shorten(a), alias(b, its code) is True."""


class UrlShortener:
    def __init__(self):
        self.urls, self.counts, self.number = {}, {}, 100

    def shorten(self, url):
        self.number += 1
        while str(self.number) in self.urls:
            self.number += 1
        self.urls[str(self.number)], self.counts[str(self.number)] = url, 0
        return str(self.number)

    def expand(self, code):
        if code in self.urls:
            self.counts[code] += 1
        return self.urls.get(code)

    def alias(self, url, code):
        if not re.fullmatch("[0-9A-Za-z]{1,7}", code):
            return False
        self.urls[code] = url
        self.counts.setdefault(code, 0)
        return True

    def clicks(self, code):
        return self.counts.get(code, 0)
