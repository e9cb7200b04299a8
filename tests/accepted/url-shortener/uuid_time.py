import uuid

class UrlShortener:
    def __init__(self):
        self.urls, self.count = {}, {}

    def _free(self):
        while (code := uuid.uuid1().hex[:7]) in self.urls:
            pass
        return code

    def shorten(self, url):
        code = self._free()
        self.urls[code], self.count[code] = url, 0
        return code

    def expand(self, code):
        if code not in self.urls:
            return None
        self.count[code] += 1
        return self.urls[code]

    def alias(self, url, code):
        if code in self.urls or not (1 <= len(code) <= 7 and code.isascii() and code.isalnum()):
            return False
        self.urls[code], self.count[code] = url, 0
        return True

    def clicks(self, code):
        return self.count.get(code, 0)
