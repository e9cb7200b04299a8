class Inventory:
    def __init__(self, hold_ms: int):
        pass

    def restock(self, sku: str, n: int) -> None:
        pass

    def reserve(self, order: str, sku: str, n: int, now: int) -> bool:
        pass

    def confirm(self, order: str, now: int) -> bool:
        pass

    def cancel(self, order: str, now: int) -> bool:
        pass

    def available(self, sku: str, now: int) -> int:
        pass
