"""Accepted: a dataclass for each link, codes from itertools.product, prints left in."""
from __future__ import annotations

from dataclasses import dataclass
from itertools import product


@dataclass
class Link:
    url: str
    clicks: int = 0


class UrlShortener:
    ALPHABET = "ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkjihgfedcba9876543210"

    def __init__(self) -> None:
        self.links: dict[str, Link] = {}
        self.fresh = ("".join(letters) for size in range(1, 8) for letters in product(self.ALPHABET, repeat=size))
        print("ready")

    def shorten(self, url: str) -> str:
        code = next(code for code in self.fresh if code not in self.links)
        self.links[code] = Link(url)
        return code

    def expand(self, code: str) -> str | None:
        link = self.links.get(code)
        if link is None:
            return None
        link.clicks += 1
        return link.url

    def alias(self, url: str, code: str) -> bool:
        if code in self.links or len(code) not in range(1, 8) or set(code) - set(self.ALPHABET):
            return False
        self.links[code] = Link(url)
        return True

    def clicks(self, code: str) -> int:
        return self.links[code].clicks if code in self.links else 0
