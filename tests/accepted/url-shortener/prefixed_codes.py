class UrlShortener:
    def __init__(self, prefix="x"):
        self.prefix = prefix
        self.codes = {}
        self.visits = []

    def shorten(self, url):
        number = len(self.visits)
        code = f"{self.prefix}{number}"
        while code in self.codes:
            number += 1
            code = f"{self.prefix}{number}"
        return self._add(code, url)

    def _add(self, code, url):
        self.codes[code] = (len(self.visits), url)
        self.visits.append(0)
        return code

    def expand(self, code):
        place, url = self.codes.get(code, (None, None))
        if place is not None:
            self.visits[place] += 1
        return url

    def alias(self, url, code):
        if code in self.codes or not 0 < len(code) < 8:
            return False
        if code.strip("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"):
            return False
        if not all(c.isascii() and c.isalnum() for c in code):
            return False
        self._add(code, url)
        return True

    def clicks(self, code):
        return self.visits[self.codes[code][0]] if code in self.codes else 0
