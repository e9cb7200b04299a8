import hashlib
import string

GOOD = frozenset(string.ascii_letters + string.digits)

class UrlShortener:
    def __init__(self):
        self.by_code = {}
        self.count = {}

    def shorten(self, url):
        salt = 0
        while True:
            data = f"{salt}|{url}".encode("utf-8", "surrogatepass")
            code = hashlib.sha256(data).hexdigest()[:7]
            if self.by_code.setdefault(code, url) == url:
                self.count.setdefault(code, 0)
                return code
            salt += 1

    def expand(self, code):
        if code in self.by_code:
            self.count[code] += 1
        return self.by_code.get(code)

    def alias(self, url, code):
        ok = code not in self.by_code and 1 <= len(code) <= 7 and GOOD.issuperset(code)
        if ok:
            self.by_code[code] = url
            self.count[code] = 0
        return ok

    def clicks(self, code):
        return self.count.get(code, 0)
