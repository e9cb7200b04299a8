"""Inputs of `news-feed`: calls of a few users, and crowds around a celebrity."""

import random
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Call = tuple[str, list[int]]

MAX_CALLS = 200_000
MAX_ID = 1_000_000_000
SIZES = (1, MAX_CALLS)
PARAMETERS = {"post": 2, "follow": 2, "unfollow": 2, "like": 2, "likes": 1, "feed": 1}
METHODS = list(PARAMETERS)  # a list bears to be asked for what cannot be hashed
USERS = (1, 2, 3)
# Posts are drawn by their place among the posts of the sequence: ids without any order.
POST_IDS = (
    5,
    3,
    9,
    1,
    7,
    0,
    8,
    2,
    6,
    4,
    15,
    13,
    19,
    11,
    17,
    10,
    18,
    12,
    16,
    14,
    *range(40, 20, -1),
)


def edges() -> Iterator[Arguments]:
    """Yield the shortest calls of every well-known mistake, and the boundaries."""
    for script in (
        "",
        "feed:1",
        "likes:1",
        "post:1,1 feed:1",
        "post:1,1 feed:2",
        "post:0,0 feed:0 like:0,0 likes:0",
        "post:1,2 post:1,1 feed:1",
        "post:1,1 post:1,2 feed:1",
        "post:1,1 follow:2,1 feed:2",
        "follow:2,1 post:1,1 feed:2",
        "post:1,1 follow:1,2 feed:2",
        "post:1,1 follow:2,1 unfollow:2,1 feed:2",
        "post:1,1 follow:2,1 follow:2,1 feed:2",
        "post:1,1 follow:2,1 follow:2,1 unfollow:2,1 feed:2",
        "post:1,1 unfollow:2,1 feed:2 feed:1",
        "post:1,1 follow:1,1 feed:1",
        "post:1,1 unfollow:1,1 feed:1",
        "post:1,1 follow:1,1 unfollow:1,1 feed:1",
        "unfollow:1,1 post:1,1 feed:1",
        "post:1,3 post:2,1 post:1,2 follow:1,2 feed:1 feed:2",
        "post:1,3 post:2,1 post:1,2 follow:2,1 feed:1 feed:2 unfollow:2,1 feed:2 follow:2,1 feed:2",
        "follow:1,2 follow:2,3 post:3,1 feed:1 feed:2 feed:3",
        "post:1,1 like:1,1 likes:1",
        "post:1,1 like:2,1 like:2,1 likes:1",
        "post:1,1 like:2,1 like:3,1 likes:1",
        "like:1,1 likes:1 post:1,1 likes:1",
        "post:1,1 post:1,2 like:2,1 likes:1 likes:2 feed:1",
        "post:1,1 post:2,2 follow:3,1 follow:3,2 like:3,1 like:2,1 feed:3",
        "post:1,1 like:2,2 post:1,2 likes:2 like:2,2 likes:2",
        f"post:{MAX_ID},{MAX_ID} like:0,{MAX_ID} likes:{MAX_ID} feed:{MAX_ID}",
    ):
        yield _played(script)
    for count in (*range(4, 14), 25):
        own = " ".join(f"post:1,{number * 7 % 101}" for number in range(count))
        yield _played(f"{own} feed:1 follow:2,1 feed:2")
        both = " ".join(f"post:{1 + number % 2},{number * 7 % 101}" for number in range(count))
        yield _played(f"{both} follow:1,2 feed:1 feed:2 post:3,999 feed:1 unfollow:1,2 feed:1")
        old = " ".join(f"post:2,{number}" for number in range(count))
        yield _played(f"{old} post:1,1000 follow:1,2 feed:1")
    yield from _long_runs()


def generated() -> st.SearchStrategy[Arguments]:
    """Draw up to 40 calls of three users; every post id is used once."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield a celebrity, many posts of few, a reader who follows many, and one hot post."""
    rng = random.Random(20260107)
    for n in (1_000, 100_000):
        yield n, _celebrity(rng, followers=n, posts=n // 50)
    for n in (1_000, 20_000):
        yield n, _busy_few(rng, n)
    yield 2_000, _reader_of_many(rng, authors=2_000, reads=50)
    yield 20_000, _crowd(20_000)


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n calls of twenty users who follow some of each other: mostly posts and feeds."""
    ids = rng.sample(range(MAX_ID), n)
    kinds = ("post", "post", "post", "feed", "feed", "like", "likes", "follow", "unfollow")
    calls: list[Call] = []
    for place, name in enumerate(rng.choices(kinds, k=n)):
        user, number = rng.randrange(20), ids[rng.randrange(place + 1)]
        if name == "post":
            calls.append((name, [user, ids[place]]))
        elif name in ("follow", "unfollow"):
            calls.append((name, [user, rng.randrange(20)]))
        else:
            values = {"like": [user, number], "likes": [number], "feed": [user]}
            calls.append((name, values[name]))
    return _sequence(calls)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"calls", "arguments"}:
        return "the arguments must be exactly calls and arguments"
    calls, given = arguments["calls"], arguments["arguments"]
    if not isinstance(calls, list) or not isinstance(given, list) or len(calls) != len(given):
        return "calls and arguments must be lists of one length"
    if not calls or calls[0] != "NewsFeed" or given[0] != [] or len(calls) > MAX_CALLS + 1:
        return f"the calls must be NewsFeed() and at most {MAX_CALLS} others"
    posted = set()
    for name, values in zip(calls[1:], given[1:], strict=True):
        if name not in METHODS or not isinstance(values, list) or len(values) != PARAMETERS[name]:
            return f"{name!r} must be a method with its arguments"
        if any(type(value) is not int or not 0 <= value <= MAX_ID for value in values):
            return f"ids must be integers from 0 to {MAX_ID}"
        if name == "post":
            if values[1] in posted:
                return f"the post {values[1]} is posted twice"
            posted.add(values[1])
    return None


def _sequence(calls: list[Call]) -> Arguments:
    return {
        "calls": ["NewsFeed", *(name for name, _ in calls)],
        "arguments": [[], *(values for _, values in calls)],
    }


def _played(script: str) -> Arguments:
    """Return the calls of a script like `post:1,5 feed:1`."""
    calls: list[Call] = []
    for word in script.split():
        name, numbers = word.split(":")
        calls.append((name, [int(number) for number in numbers.split(",")]))
    return _sequence(calls)


def _celebrity(rng: random.Random, followers: int, posts: int) -> Arguments:
    """Everybody follows user 0, who posts often; some followers read and like."""
    calls: list[Call] = [("follow", [user, 0]) for user in range(1, followers + 1)]
    for number in range(posts):
        post_id = number * 7_919 % 1_000_003
        calls.append(("post", [0, post_id]))
        calls.append(("like", [rng.randint(1, followers), post_id]))
        calls.append(("feed", [rng.randint(1, followers)]))
    return _sequence([*calls, ("likes", [0]), ("feed", [0])])


def _busy_few(rng: random.Random, count: int) -> Arguments:
    """Ten users who follow each other, post and read a lot; and one whose only post is the oldest.

    Whoever looks for a feed among the posts of all has to go back to it.
    """
    quiet, oldest = 10, MAX_ID
    calls: list[Call] = [("post", [quiet, oldest]), ("like", [quiet, oldest])]
    calls += [("follow", [a, b]) for a in range(10) for b in range(0, 10, 3)]
    for number in range(count):
        # Most are posted by one whom all follow: whoever goes through them for each feed is slow.
        author = 0 if number % 4 else number % 10
        calls.append(("post", [author, number * 7_919 % 1_000_003]))
        if number % 6 == 0:
            calls.append(("feed", [rng.randrange(10)]))
        elif number % 6 == 3:
            calls.append(("feed", [quiet]))
    return _sequence([*calls, *[("feed", [quiet])] * (count // 10), ("likes", [oldest])])


def _crowd(count: int) -> Arguments:
    """Everybody likes one post, and one user follows many; the last of them posts."""
    last = count * 3 // 10
    calls: list[Call] = [("post", [0, 7])]
    calls += [("like", [user, 7]) for user in range(count)]
    calls += [("follow", [0, user]) for user in range(1, last + 1)]
    calls += [("post", [last, 8]), ("feed", [0]), ("unfollow", [0, last])]
    return _sequence([*calls, ("feed", [0]), ("like", [0, 7]), ("likes", [7])])


def _reader_of_many(rng: random.Random, authors: int, reads: int) -> Arguments:
    """User 0 follows everybody; most of them posted once, long ago."""
    calls: list[Call] = [("follow", [0, user]) for user in range(1, authors + 1)]
    calls += [("post", [user, user]) for user in rng.sample(range(1, authors + 1), authors)]
    for number in range(reads):
        calls.append(("post", [rng.randint(1, authors), authors + 1 + number]))
        calls.append(("feed", [0]))
    return _sequence(calls)


def _long_runs() -> Iterator[Arguments]:
    """Yield a long life of networks of each small size, everything read now and at the end."""
    rng = random.Random(20260113)
    for users in (*range(1, 9), 15, 25):
        ids = rng.sample(range(100), 60)
        calls: list[Call] = []
        for number, post_id in enumerate(ids):
            calls.append(("post", [rng.randrange(users), post_id]))
            for name in rng.sample(("follow", "follow", "unfollow", "like", "like", "like"), 3):
                last = rng.choice(ids[: number + 2]) if name == "like" else rng.randrange(users)
                calls.append((name, [rng.randrange(users), last]))
            calls.append(("feed", [rng.randrange(users)]))
            calls.append(("likes", [rng.choice(ids[: number + 2])]))
        calls += [("feed", [user]) for user in range(users)]
        yield _sequence([*calls, *(("likes", [post_id]) for post_id in ids)])


def _choices() -> list[Call]:
    """Return the calls to draw from; a post is given by its place among all posts, from 0."""
    choices: list[Call] = [("feed", [user]) for user in USERS] * 4
    choices += [("post", [user, 0]) for user in USERS] * 6
    pairs = [[a, b] for a in USERS for b in USERS]
    choices += [(name, pair) for name in ("follow", "follow", "unfollow") for pair in pairs]
    choices += [("like", [user, place]) for user in USERS for place in range(3)]
    choices += [("likes", [place]) for place in range(3)] * 2
    return choices


CHOICES = _choices()


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    fewest = draw(st.sampled_from((1, 3, 10, 35)))
    calls: list[Call] = []
    posted = 0
    for name, values in draw(st.lists(st.sampled_from(CHOICES), min_size=fewest, max_size=40)):
        if name == "post":
            calls.append((name, [values[0], POST_IDS[posted]]))
            posted += 1
        elif name in ("like", "likes"):
            calls.append((name, [*values[:-1], POST_IDS[values[-1]]]))
        else:
            calls.append((name, values))
    return _sequence(calls)
