ALPHABET = string.digits + string.ascii_letters
CODE = re.compile(r"[0-9A-Za-z]{1,7}")

class UrlShortener:
    def __init__(self):
        self.urls, self.hits, self.next = {}, Counter(), 0

    def shorten(self, url):
        while True:
            n, code = self.next, ""
            self.next += 1
            while True:
                n, d = divmod(n, 62)
                code = ALPHABET[d] + code
                if n == 0:
                    break
            if code not in self.urls:
                self.urls[code] = url
                return code

    def expand(self, code):
        if code in self.urls:
            self.hits[code] += 1
            return self.urls[code]

    def alias(self, url, code):
        if code in self.urls or not CODE.fullmatch(code):
            return False
        self.urls[code] = url
        return True

    def clicks(self, code):
        return self.hits[code]
