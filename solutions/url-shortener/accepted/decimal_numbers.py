"""Accepted: plain decimal numbers are codes of base 62 too; two helper classes and properties."""


class Counted:
    def __init__(self, url):
        self._url, self.opened = url, 0

    @property
    def url(self):
        self.opened += 1
        return self._url


class Codes(dict):
    good = frozenset(string.digits + string.ascii_letters)

    def free(self, code):
        return code not in self and 1 <= len(code) <= 7 and self.good.issuperset(code)


class UrlShortener:
    def __init__(self):
        self.codes = Codes()
        self.numbers = map(str, itertools.count())

    def shorten(self, url):
        code = next(filter(self.codes.free, self.numbers))
        self.codes[code] = Counted(url)
        return code

    def expand(self, code):
        try:
            return self.codes[code].url
        except KeyError:
            return None

    def alias(self, url, code):
        if self.codes.free(code):
            self.codes[code] = Counted(url)
            return True
        return False

    def clicks(self, code):
        return getattr(self.codes.get(code), "opened", 0)
