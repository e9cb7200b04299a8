class Solution:
    def topActiveUsers(self, path: str, now: int) -> list[tuple[str, int]]:
        # A plain function `def top_active_users(path, now):` is fine too.
        pass
