from itertools import product
from string import ascii_lowercase

class UrlShortener:
    def __init__(self):
        self.codes = ("".join(p) for n in range(1, 8) for p in product(ascii_lowercase, repeat=n))
        self.known = {}
        self.used = {}

    def shorten(self, url):
        for code in self.codes:
            if code not in self.known:
                break
        self.known[code], self.used[code] = url, 0
        return code

    def expand(self, code):
        try:
            url = self.known[code]
        except KeyError:
            return None
        self.used[code] += 1
        return url

    def alias(self, url, code):
        if code in self.known or len(code) > 7 or not (code.isascii() and code.isalnum()):
            return False
        self.known[code], self.used[code] = url, 0
        return True

    def clicks(self, code):
        try:
            return self.used[code]
        except KeyError:
            return 0
