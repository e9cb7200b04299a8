class RateLimiter:
    def __init__(self, limit: int, window_ms: int):
        pass

    def allow(self, client: str, now_ms: int) -> bool:
        pass
