DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

def encode(n):
    return encode(n // 62) + DIGITS[n % 62] if n else ""

class url_shortener:
    def __init__(self):
        self.n = 62 ** 7
        self.data = dict()

    def shorten(self, url):
        self.n -= 1
        while encode(self.n) in self.data:
            self.n -= 1
        self.data[encode(self.n)] = {"url": url, "clicks": 0}
        return encode(self.n)

    def expand(self, code):
        if code in self.data:
            self.data[code]["clicks"] += 1
            return self.data[code]["url"]
        return None

    def alias(self, url, code):
        if code in self.data or not code or len(code) > 7 or any(c not in DIGITS for c in code):
            return False
        self.data[code] = {"url": url, "clicks": 0}
        return True

    def clicks(self, code):
        return self.data.get(code, {}).get("clicks", 0)
