REST = str.maketrans("", "", string.ascii_letters + string.digits)

class UrlShortener:
    def __init__(self):
        self._u = {}
        self._c = Counter()
        self._i = 0

    def shorten(self, url):
        while (code := "".join("ABCDEFGHIJ"[int(d)] for d in str(self._i))) in self._u:
            self._i += 1
        self._u[code] = url
        return code

    def expand(self, code):
        if (url := self._u.get(code)) is not None:
            self._c[code] += 1
        return url

    def alias(self, url, code):
        if code.translate(REST) or not code or len(code) > 7 or code in self._u:
            return False
        self._u[code] = url
        return True

    def clicks(self, code):
        return int(self._c[code])
