class HashRing:
    def __init__(self):
        pass

    def add(self, server: str) -> bool:
        pass

    def remove(self, server: str) -> bool:
        pass

    def owner(self, key: str) -> "str | None":
        pass

    def owners(self, key: str, n: int) -> list[str]:
        pass
