class MessageQueue:
    def __init__(self, visibility_ms: int, max_deliveries: int):
        pass

    def send(self, body: str) -> None:
        pass

    def receive(self, now: int) -> "tuple[int, str] | None":
        pass

    def ack(self, receipt: int, now: int) -> bool:
        pass

    def nack(self, receipt: int, now: int) -> bool:
        pass

    def dead_letters(self, now: int) -> list[str]:
        pass
