"""Wrong: a hash of three hexadecimal digits: among a hundred URLs two get the same code."""
import hashlib


class UrlShortener:
    def __init__(self):
        self.urls, self.counts = {}, Counter()

    def shorten(self, url):
        code = hashlib.md5(url.encode()).hexdigest()[:3]
        self.urls.setdefault(code, url)
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
