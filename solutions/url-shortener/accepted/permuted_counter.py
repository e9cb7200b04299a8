"""Accepted: a counter passed through a multiplication modulo 62^7, so that codes look random; an alias is reused."""


class UrlShortener:
    SPACE = 62**7

    def __init__(self):
        self.next, self.by_code, self.by_url, self.opened = 0, {}, {}, defaultdict(int)

    def _code(self):
        self.next += 1
        number = self.next * 1_580_030_173 % self.SPACE
        digits = []
        for _ in range(7):
            number, digit = divmod(number, 62)
            digits.append((string.digits + string.ascii_letters)[digit])
        return "".join(digits)

    def shorten(self, url):
        if url not in self.by_url:
            code = self._code()
            while code in self.by_code:
                code = self._code()
            self.by_code[code], self.by_url[url] = url, code
        return self.by_url[url]

    def expand(self, code):
        if code in self.by_code:
            self.opened[code] += 1
            return self.by_code[code]

    def alias(self, url, code):
        if code in self.by_code or re.fullmatch("[a-zA-Z0-9]{1,7}", code) is None:
            return False
        self.by_code[code] = url
        self.by_url[url] = code
        return True

    def clicks(self, code):
        return self.opened.get(code, 0)
