"""Wrong: takes white space and a last slash off the URL: "https://a.example/" comes back without it."""


class UrlShortener:
    def __init__(self):
        self.urls, self.counts, self.number = {}, Counter(), 0

    def shorten(self, url):
        self.number += 1
        while str(self.number) in self.urls:
            self.number += 1
        self.urls[str(self.number)] = url.strip().rstrip("/")
        return str(self.number)

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
