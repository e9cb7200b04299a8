"""Accepted: dataclasses for users and posts, posts linked to the one before, prints left in."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Post:
    id: int
    number: int
    before: Post | None
    liked_by: set[int] = field(default_factory=set)

    def __lt__(self, other: Post) -> bool:
        return self.number > other.number


@dataclass
class User:
    newest: Post | None = None
    follows: set[int] = field(default_factory=set)


class NewsFeed:
    def __init__(self) -> None:
        self.users: dict[int, User] = {}
        self.posts: dict[int, Post] = {}

    def user(self, number: int) -> User:
        if number not in self.users:
            self.users[number] = User()
        return self.users[number]

    def post(self, user: int, post_id: int) -> None:
        author = self.user(user)
        author.newest = self.posts[post_id] = Post(post_id, len(self.posts), author.newest)

    def follow(self, a: int, b: int) -> None:
        self.user(a).follows.add(b)

    def unfollow(self, a: int, b: int) -> None:
        self.user(a).follows -= {b}

    def like(self, user: int, post_id: int) -> None:
        if post := self.posts.get(post_id):
            post.liked_by.add(user)

    def likes(self, post_id: int) -> int:
        return len(self.posts[post_id].liked_by) if post_id in self.posts else 0

    def feed(self, user: int) -> list[int]:
        authors = {user} | self.user(user).follows
        heap = [self.users[a].newest for a in authors if a in self.users and self.users[a].newest]
        heapq.heapify(heap)
        shown: list[int] = []
        while heap and len(shown) < 10:
            post = heapq.heappop(heap)
            shown.append(post.id)
            if post.before:
                heapq.heappush(heap, post.before)
        print("feed of", user)
        return shown
