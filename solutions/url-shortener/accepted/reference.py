"""Reference: a counter in base 62 that steps over aliases; the same URL gets its old code.

Time: O(1) per call, Space: O(n).
"""
import re
import string

ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
WELL_FORMED = re.compile(r"[0-9A-Za-z]{1,7}")


def base62(number):
    text = ""
    while number:
        number, digit = divmod(number, 62)
        text = ALPHABET[digit] + text
    return text


class UrlShortener:
    def __init__(self):
        self.urls = {}
        self.codes = {}
        self.counts = {}
        self.number = 0

    def shorten(self, url):
        if url in self.codes:
            return self.codes[url]
        while True:
            self.number += 1
            code = base62(self.number)
            if code not in self.urls:
                break
        self.urls[code] = url
        self.counts[code] = 0
        self.codes[url] = code
        return code

    def expand(self, code):
        if code not in self.urls:
            return None
        self.counts[code] += 1
        return self.urls[code]

    def alias(self, url, code):
        if code in self.urls or not WELL_FORMED.fullmatch(code):
            return False
        self.urls[code] = url
        self.counts[code] = 0
        return True

    def clicks(self, code):
        return self.counts.get(code, 0)
