"""Wrong: a code works only as the very object that was given out, not as its text."""

import secrets


class UrlShortener:
    def __init__(self):
        self.kept = {}
        self.urls = {}
        self.counts = {}

    def key(self, code):
        return id(code) if id(code) in self.kept else code

    def free(self, code):
        return all(code != kept for kept in self.kept.values())

    def shorten(self, url):
        code = secrets.token_hex(3)
        self.kept[id(code)] = code
        self.urls[id(code)] = url
        self.counts[id(code)] = 0
        return code

    def expand(self, code):
        key = self.key(code)
        if key in self.urls:
            self.counts[key] += 1
        return self.urls.get(key)

    def alias(self, url, code):
        well_formed = len(code) <= 7 and code.isascii() and code.isalnum()
        if code in self.urls or not well_formed or not self.free(code):
            return False
        self.urls[code] = url
        self.counts[code] = 0
        return True

    def clicks(self, code):
        return self.counts.get(self.key(code), 0)
