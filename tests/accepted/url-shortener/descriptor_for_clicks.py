class Counted:
    def __set_name__(self, owner, name):
        self.slot = "_" + name

    def __get__(self, link, owner=None):
        return self if link is None else getattr(link, self.slot, 0)

    def __set__(self, link, value):
        setattr(link, self.slot, value)

class Link:
    __slots__ = ("url", "_clicks")
    clicks = Counted()

    def __init__(self, url):
        self.url = url

class Solution:
    def __init__(self):
        self.links, self.pool = {}, map("".join, product(ascii_letters, repeat=4))

    def shorten(self, url: str) -> str:
        code = next(c for c in self.pool if c not in self.links)
        self.links[code] = Link(url)
        return code

    def expand(self, code: str) -> Optional[str]:
        link = self.links.get(code)
        if link:
            link.clicks += 1
            return link.url

    def alias(self, url: str, code: str) -> bool:
        if code in self.links or not match("^[0-9a-zA-Z]{1,7}\\Z", code):
            return False
        self.links[code] = Link(url)
        return True

    def clicks(self, code: str) -> int:
        return self.links[code].clicks if code in self.links else 0
