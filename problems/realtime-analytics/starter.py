class Analytics:
    def __init__(self):
        pass

    def record(self, page: str, user: str, at: int) -> None:
        pass

    def views(self, page: str, window: int, now: int) -> int:
        pass

    def unique_users(self, page: str, window: int, now: int) -> int:
        pass

    def top(self, k: int, window: int, now: int) -> list[str]:
        pass
