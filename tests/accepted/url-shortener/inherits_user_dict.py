from collections import UserDict

class UrlShortener(UserDict):
    def __init__(self):
        super().__init__()
        self.counts = {}
        self.serial = iter(range(1, 10 ** 7))

    def shorten(self, url):
        for n in self.serial:
            if (code := str(n)) not in self.data:
                self[code] = url
                return code

    def __setitem__(self, code, url):
        super().__setitem__(code, url)
        self.counts[code] = 0

    def expand(self, code):
        if code in self.data:
            self.counts[code] += 1
            return self.data[code]

    def alias(self, url, code):
        if code in self.data or not re.fullmatch(r"[^\W_]{1,7}", code, re.ASCII):
            return False
        self[code] = url
        return True

    def clicks(self, code):
        return self.counts.get(code, 0)
