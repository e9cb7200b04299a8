"""Wrong: 41 bits of a hash never meet by chance, but an alias may have been chosen to be one."""
import hashlib


class UrlShortener:
    DIGITS = string.digits + string.ascii_letters

    def __init__(self):
        self.urls, self.counts = {}, Counter()

    def shorten(self, url):
        number = int(hashlib.md5(url.encode()).hexdigest(), 16)
        code = ""
        for _ in range(7):
            number, digit = divmod(number, 62)
            code = self.DIGITS[digit] + code
        self.urls[code] = url
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
