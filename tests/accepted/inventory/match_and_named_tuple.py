from typing import NamedTuple, Optional


class Line(NamedTuple):
    sku: str
    n: int


class Inventory:
    def __init__(self, hold_ms: int, name: str = "shop") -> None:
        self.hold_ms, self.name = hold_ms, name
        self.stock: Dict[str, int] = {}
        self.lines: Dict[str, Tuple[int, Line]] = {}
        self.timeline: Deque[Tuple[int, str]] = deque()

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self.lines)} held>"

    def tick(self, now: int) -> None:
        while self.timeline:
            match self.timeline[0]:
                case (end, _) if end > now:
                    return
                case (end, order):
                    self.timeline.popleft()
                    match self.lines.get(order):
                        case (mine, Line(sku, n)) if mine == end:
                            del self.lines[order]
                            self.stock[sku] += n

    def restock(self, sku: str, n: int) -> None:
        self.stock[sku] = self.stock.setdefault(sku, 0) + n

    def reserve(self, order: str, sku: str, n: int, now: int) -> bool:
        self.tick(now)
        line = Line(sku, n)
        match self.lines.get(order):
            case None:
                pass
            case (_, held):
                return held == line
        if n > self.stock.get(sku, 0):
            return False
        self.stock[sku] -= n
        self.lines[order] = now + self.hold_ms, line
        self.timeline.append((now + self.hold_ms, order))
        return True

    def _close(self, order: str, now: int) -> Optional[Line]:
        self.tick(now)
        return self.lines.pop(order, (0, None))[1]

    def confirm(self, order: str, now: int) -> bool:
        return self._close(order, now) is not None

    def cancel(self, order: str, now: int) -> bool:
        line = self._close(order, now)
        if line:
            self.restock(*line)
        return line is not None

    def available(self, sku: str, now: int) -> int:
        self.tick(now)
        return self.stock.get(sku, 0)


if __name__ == "__main__":
    print(Inventory(10))
