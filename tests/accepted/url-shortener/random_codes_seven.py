import random
class UrlShortener:
    CHARS = string.ascii_uppercase + string.ascii_lowercase + string.digits

    def __init__(self):
        self.rng = random.Random()
        self.links = {}
        self.clicked = defaultdict(int)

    def shorten(self, url):
        code = ''.join(self.rng.choices(self.CHARS, k=7))
        while code in self.links:
            code = ''.join(self.rng.choices(self.CHARS, k=7))
        self.links[code] = url
        return code

    def expand(self, code):
        if code not in self.links:
            return None
        self.clicked[code] += 1
        return self.links[code]

    def alias(self, url, code):
        if not (0 < len(code) < 8) or set(code) - set(self.CHARS) or code in self.links:
            return False
        self.links[code] = url
        return True

    def clicks(self, code):
        return self.clicked.get(code, 0)
