"""Wrong: keeps the aliases in a small cache and forgets the oldest: the 1001st drops the first."""


class UrlShortener:
    def __init__(self):
        self.urls, self.counts, self.number = {}, Counter(), 0
        self.aliases = deque()

    def shorten(self, url):
        self.number += 1
        while str(self.number) in self.urls:
            self.number += 1
        self.urls[str(self.number)] = url
        return str(self.number)

    def expand(self, code):
        if code in self.urls:
            self.counts[code] += 1
        return self.urls.get(code)

    def alias(self, url, code):
        if code in self.urls or not re.fullmatch("[0-9A-Za-z]{1,7}", code):
            return False
        self.urls[code] = url
        self.aliases.append(code)
        if len(self.aliases) > 1000:
            del self.urls[self.aliases.popleft()]
        return True

    def clicks(self, code):
        return self.counts[code]
