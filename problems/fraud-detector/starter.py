class FraudDetector:
    def __init__(self, window_ms: int, max_attempts: int, max_total: int, max_cards: int):
        pass

    def check(self, card: str, device: str, amount: int, now: int) -> list[str]:
        pass
