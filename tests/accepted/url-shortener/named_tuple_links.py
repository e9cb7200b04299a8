Link = namedtuple("Link", "url clicks")

class UrlShortener:
    def __init__(self):
        self.links, self.of_url, self.serial = {}, {}, 0

    def shorten(self, url):
        if url not in self.of_url:
            self.serial += 1
            while (code := f"{self.serial:x}") in self.links:
                self.serial += 1
            self.links[code] = Link(url, 0)
            self.of_url[url] = code
        return self.of_url[url]

    def expand(self, code):
        link = self.links.get(code)
        if link:
            self.links[code] = link._replace(clicks=link.clicks + 1)
            return link.url
        return None

    def alias(self, url, code):
        if code in self.links or re.fullmatch("[A-Za-z0-9]{1,7}", code) is None:
            return False
        self.links[code] = Link(url, 0)
        self.of_url.setdefault(url, code)
        return True

    def clicks(self, code):
        return self.links.get(code, Link("", 0)).clicks
