class Notifier:
    def __init__(self, limit: int, window_ms: int):
        pass

    def subscribe(self, user: str, topic: str) -> None:
        pass

    def unsubscribe(self, user: str, topic: str) -> None:
        pass

    def publish(self, topic: str, note: int, priority: int) -> None:
        pass

    def deliver(self, user: str, now: int) -> list[int]:
        pass
