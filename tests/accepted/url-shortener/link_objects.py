class Link:
    def __init__(self, url):
        self.url = url
        self.count = 0

    def click(self):
        self.count += 1
        return self.url

class UrlShortener:
    def __init__(self):
        self.links: Dict[str, Link] = {}
        self.number = 10 ** 6

    def shorten(self, url):
        while str(self.number) in self.links:
            self.number += 1
        code = str(self.number)
        self.links[code] = Link(url)
        return code

    def expand(self, code):
        return self.links[code].click() if code in self.links else None

    def alias(self, url, code):
        valid = bool(re.match(r"^[0-9a-zA-Z]{1,7}\Z", code))
        free = code not in self.links
        if valid and free:
            self.links[code] = Link(url)
        return valid and free

    def clicks(self, code):
        link = self.links.get(code)
        return link.count if link is not None else 0
