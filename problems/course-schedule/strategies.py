"""Inputs of `course-schedule`: courses and pairs, most without a circle and some with one."""

import random
from collections.abc import Iterator
from itertools import combinations, permutations
from typing import Any

from _shared.inputs import different
from hypothesis import strategies as st

Arguments = dict[str, Any]
Pairs = list[list[int]]

MOST_COURSES = 2_000
MOST_PAIRS = 5_000
SIZES = (1, MOST_COURSES)


def edges() -> Iterator[Arguments]:
    """Yield all sets of pairs of up to three courses, well-known shapes, and the boundaries."""
    yield from different(_edges())


def generated() -> st.SearchStrategy[Arguments]:
    """Draw a hidden order and pairs that agree with it, and sometimes one that does not."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield the most courses: chains in both directions, a ladder of diamonds, and circles."""
    rng = random.Random(20261201)
    n = MOST_COURSES
    yield n, _courses(n, [[a + 1, a] for a in range(n - 1)])
    yield n, _courses(n, [[a, a + 1] for a in range(n - 1)])
    ladder = [[a, b] for a in range(2, n) for b in range(a - a % 2 - 2, a - a % 2)]
    yield n, _courses(n, ladder)
    yield n, _courses(n, [[n - 1 - a, n - 1 - b] for a, b in ladder])
    yield n, _courses(n, _without_circle(rng, n, MOST_PAIRS))
    yield n, _courses(n, [[(a + 1) % n, a] for a in range(n)])
    yield n, _courses(n, [*ladder[:-1], [0, n - 1]])


def sized(n: int, rng: random.Random) -> Arguments:
    """Return n courses and about twice as many pairs without a circle."""
    return _courses(n, _without_circle(rng, n, 2 * n))


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"numCourses", "prerequisites"}:
        return "the arguments must be exactly numCourses and prerequisites"
    count, pairs = arguments["numCourses"], arguments["prerequisites"]
    if type(count) is not int or not 1 <= count <= MOST_COURSES:
        return f"numCourses must be an integer from 1 to {MOST_COURSES}"
    if not isinstance(pairs, list) or len(pairs) > MOST_PAIRS:
        return f"prerequisites must be a list of at most {MOST_PAIRS} pairs"
    for pair in pairs:
        if not isinstance(pair, list) or len(pair) != 2 or pair[0] == pair[1]:
            return "each pair must be a list of two different courses"
        if any(type(course) is not int or not 0 <= course < count for course in pair):
            return f"each course must be an integer from 0 to {count - 1}"
    if len(set(map(tuple, pairs))) < len(pairs):
        return "no pair may occur twice"
    return None


def _edges() -> Iterator[Arguments]:
    yield _courses(1, [])
    for count in (2, 3):
        every = [list(pair) for pair in permutations(range(count), 2)]
        for size in range(len(every) + 1):
            yield from (_courses(count, list(pairs)) for pairs in combinations(every, size))
    for count, pairs in (
        (4, [[1, 0], [2, 0], [3, 1], [3, 2]]),
        (4, [[0, 1], [0, 2], [1, 3], [2, 3]]),
        (4, [[1, 0], [2, 1], [3, 2], [1, 3]]),
        (4, [[2, 3], [3, 2]]),
        (5, [[1, 4], [2, 4], [3, 1], [3, 2]]),
        (5, [[0, 1], [1, 2], [0, 2], [3, 4]]),
        (6, [[0, 1], [1, 2], [2, 0], [3, 4], [5, 4]]),
        (7, [[1, 0], [0, 3], [0, 2], [3, 2], [2, 5], [4, 5], [5, 6], [2, 4]]),
        (8, [[1, 0], [2, 6], [1, 7], [6, 4], [7, 0], [0, 5]]),
        (3, [[1, 0], [2, 0], [1, 2]]),
        (3, [[0, 2], [1, 2], [2, 0]]),
    ):
        yield _courses(count, pairs)
    rng = random.Random(20261130)
    for n in range(1, 51):  # a mistake may show at one number of courses only, or of pairs
        yield _courses(n, [])
        yield _courses(n, [[a + 1, a] for a in range(n - 1)])
        yield _courses(n, [[a, a + 1] for a in range(n - 1)])
        yield _courses(n, _without_circle(rng, n, 2 * n))
        if n > 2:
            yield _courses(n, _with_circle(rng, n, n, 2 + n % (n - 1)))
            yield _courses(n, [[n - 1, a] for a in range(n - 1)])
            yield _courses(n, [[a, 0] for a in range(1, n)])
    for n in (64, 100, 127, 128, 129, 200, 255, 256, 257):
        yield _courses(n, _without_circle(rng, n, n))
        yield _courses(n, _with_circle(rng, n, n // 2, 3))


def _courses(count: int, pairs: Pairs) -> Arguments:
    return {"numCourses": count, "prerequisites": pairs}


def _without_circle(rng: random.Random, n: int, most: int) -> Pairs:
    """Return at most so many pairs that agree with an order of n courses."""
    order = rng.sample(range(n), n)
    chosen = {tuple(sorted(rng.sample(range(n), 2))) for _ in range(most) if n > 1}
    pairs = [[order[late], order[early]] for early, late in chosen]
    rng.shuffle(pairs)
    return pairs


def _with_circle(rng: random.Random, n: int, most: int, length: int) -> Pairs:
    """Return pairs, of which so many courses form a circle."""
    circle = rng.sample(range(n), length)
    pairs = _without_circle(rng, n, most)
    closed = [list(pair) for pair in zip(circle, circle[1:] + circle[:1], strict=True)]
    return pairs + [pair for pair in closed if pair not in pairs]


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    count = draw(st.integers(1, draw(st.sampled_from((5, 8, 15)))))
    order = draw(st.permutations(range(count)))
    places = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    drawn = draw(st.lists(places, max_size=draw(st.sampled_from((3, count, 2 * count)))))
    pairs = [[order[max(a, b)], order[min(a, b)]] for a, b in drawn if a != b]
    if pairs and draw(st.integers(0, 2)) == 0:  # one against the order, which may close a circle
        place = draw(st.integers(0, len(pairs) - 1))
        pairs[place] = pairs[place][::-1]
        more = draw(st.sampled_from(pairs))
        pairs.append(more[::-1] if draw(st.booleans()) else more)
    return _courses(count, [list(pair) for pair in dict.fromkeys(map(tuple, pairs))])
