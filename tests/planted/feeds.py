"""`news-feed`: what can be seen at each `feed` and `likes`, and rare bugs that hang on it."""

from collections.abc import Iterator
from typing import Any

SLUG = "news-feed"


class _Network:
    """All that happened so far."""

    def __init__(self) -> None:
        self.posts: list[tuple[int, int]] = []
        self.follows: dict[int, set[int]] = {}
        self.left: set[tuple[int, int]] = set()
        self.again: set[tuple[int, int]] = set()
        self.late: set[tuple[int, int]] = set()
        self.likes: dict[int, list[int]] = {}
        self.feeds = 0

    def take(self, name: str, values: list[int]) -> None:
        """Take in a call that returns nothing."""
        if name == "post":
            self.posts.append((values[0], values[1]))
        elif name == "like":
            self.likes.setdefault(values[1], []).append(values[0])
        elif name == "follow":
            a, b = values
            if b in self.follows.setdefault(a, set()) or (a, b) in self.left:
                self.again.add((a, b))
            if any(user == b for user, _ in self.posts):
                self.late.add((a, b))
            self.follows[a].add(b)
        else:
            a, b = values
            if b in self.follows.get(a, ()):
                self.left.add((a, b))
            self.follows.get(a, set()).discard(b)


def watched(calls: list[str], arguments: list[list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield, at each call that returns a value, what the conditions of the plants may name."""
    net = _Network()
    counts = {"likes": 0, "feed": 0}
    for index, (name, values) in enumerate(zip(calls[1:], arguments[1:], strict=True), 1):
        if name in counts:
            yield {"index": index, "name": name, **counts, **_seen(net, name, values[0])}
            counts[name] += 1
        else:
            net.take(name, values)


def _seen(net: _Network, name: str, about: int) -> dict[str, Any]:
    if name == "likes":
        of = net.likes.get(about, [])
        known = [post for _, post in net.posts]
        return {
            "post": about,
            "liked": len(set(of)) if about in known else 0,
            "told": len(of),
            "known": about in known,
            "own": bool(of) and of[0] in [user for user, post in net.posts if post == about],
            "place": known.index(about) if about in known else -1,
            "total": len(known),
        }
    follows = net.follows.get(about, set()) - {about}
    shown = [(user, post) for user, post in net.posts if user == about or user in follows]
    ten = shown[::-1][:10]
    authors = {user for user, _ in ten}
    return {
        "user": about,
        "follows": len(follows),
        "shown": len(shown),
        "ten": ten,
        "authors": len(authors),
        "own": sum(user == about for user, _ in ten),
        "mutual": any(about in net.follows.get(other, ()) for other in follows),
        "left": sum(a == about for a, _ in net.left),
        "self": about in net.follows.get(about, ()),
        "again": any(a == about and b in follows for a, b in net.again),
        "late": any(a == about and b in follows for a, b in net.late),
        "ids": [post for _, post in ten],
        "total": len(net.posts),
        "liked": any(net.likes.get(post) for _, post in ten),
        "last": net.posts[-1][0] if net.posts else None,
        "fans": sum(about in others for others in net.follows.values()),
    }


PLANTS: list[tuple[str, list[object]]] = [
    ("index == {}", [*range(1, 41)]),
    ("name == 'feed' and shown == {}", [*range(14)]),
    ("name == 'feed' and shown == own == {}", [*range(1, 11)]),
    ("name == 'feed' and follows and shown == {}", [*range(13)]),
    ("name == 'feed' and own == 0 and shown == {}", [*range(1, 12)]),
    ("name == 'feed' and authors == {}", [1, 2, 3]),
    ("name == 'feed' and authors == 3 and shown > {}", [3, 5, 8, 10]),
    ("name == 'feed' and follows == {} and shown", [1, 2]),
    ("name == 'feed' and mutual and shown > {}", [1, 3, 6, 9]),
    ("name == 'feed' and again and shown > {}", [0, 1, 3, 5, 9]),
    ("name == 'feed' and late and shown > {}", [0, 2, 5, 9]),
    ("name == 'feed' and left == {} and shown", [1, 2]),
    ("name == 'feed' and left and follows and shown > {}", [0, 2, 5, 9]),
    ("name == 'feed' and self and shown > {}", [0, 2, 5, 9]),
    ("name == 'feed' and self and follows and shown > {}", [0, 2, 5]),
    ("name == 'feed' and {} in ids", [*range(10)]),
    ("name == 'feed' and ids == sorted(ids) and shown >= {}", [2, 3, 4]),
    ("name == 'feed' and ids == sorted(ids)[::-1] and shown >= {}", [2, 3]),
    ("name == 'feed' and user == {} and shown", [1, 2, 3]),
    ("name == 'feed' and total == {}", [*range(14)]),
    ("name == 'feed' and total > shown and shown == {}", [*range(11)]),
    ("name == 'feed' and liked and shown > {}", [0, 2, 5, 9]),
    ("name == 'feed' and last == user and follows and shown > {}", [1, 4, 9]),
    ("name == 'feed' and last != user and own > {}", [0, 2, 5]),
    ("name == 'feed' and fans == {} and shown", [1, 2, 3]),
    ("name == 'feed' and feed == {}", [*range(7)]),
    ("name == 'likes' and liked == {}", [*range(4)]),
    ("name == 'likes' and told > liked == {}", [1, 2, 3]),
    ("name == 'likes' and known and told == {}", [*range(6)]),
    ("name == 'likes' and not known and told == {}", [0, 1, 2]),
    ("name == 'likes' and place == {} and liked", [0, 1, 2]),
    ("name == 'likes' and own and liked == {}", [1, 2, 3]),
    ("name == 'likes' and likes == {}", [*range(7)]),
    ("name == 'likes' and liked and total == {}", [*range(1, 12)]),
]
