class NewsFeed:
    def __init__(self):
        pass

    def post(self, user: int, post_id: int) -> None:
        pass

    def follow(self, a: int, b: int) -> None:
        pass

    def unfollow(self, a: int, b: int) -> None:
        pass

    def like(self, user: int, post_id: int) -> None:
        pass

    def likes(self, post_id: int) -> int:
        pass

    def feed(self, user: int) -> list[int]:
        pass
