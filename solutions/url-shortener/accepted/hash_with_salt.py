"""Accepted: 40 bits of SHA-256 in base 62, hashed again with a salt on a collision."""
import hashlib

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


class UrlShortener(object):
    def __init__(self):
        self.table = {}

    def shorten(self, url):
        salt = 0
        while True:
            number = int.from_bytes(hashlib.sha256(f"{salt}{url}".encode()).digest()[:5], "big")
            code = ""
            while number or not code:
                number, rest = divmod(number, 62)
                code += LETTERS[rest]
            entry = self.table.setdefault(code, [url, 0])
            if entry[0] == url:
                return code
            salt += 1

    def expand(self, code):
        entry = self.table.get(code)
        if entry is None:
            return None
        entry[1] += 1
        return entry[0]

    def alias(self, url, code):
        good = 0 < len(code) < 8 and code.isascii() and code.isalnum()
        if good and code not in self.table:
            self.table[code] = [url, 0]
            return True
        return False

    def clicks(self, code):
        return self.table[code][1] if code in self.table else 0


if __name__ == "__main__":
    print(UrlShortener().shorten(input()))
