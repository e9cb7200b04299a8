class UrlShortener:
    def __init__(self):
        pass

    def shorten(self, url: str) -> str:
        pass

    def expand(self, code: str) -> "str | None":
        pass

    def alias(self, url: str, code: str) -> bool:
        pass

    def clicks(self, code: str) -> int:
        pass
