"""The parts of a round: drawn again the same, what is due first, minutes by weight."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from judge.errors import UsageError
from judge.practice.event import Event
from judge.practice.rounds.course import PartKind
from judge.practice.rounds.drawing import Candidate, Wish, draw, minutes_of, parts_of

P, D, T = PartKind.PROBLEM, PartKind.DEBUG, PartKind.TESTS
CANDIDATES = [
    *(
        Candidate(f"{topic}-{level}", P, level, topic)
        for topic in ("arrays", "graphs", "design", "databases")
        for level in ("easy", "medium", "hard")
    ),
    Candidate("debug-arrays", D, "medium", "debugging"),
    Candidate("test-arrays", T, "medium", "testing"),
]
SEEDS = range(200)


def submitted(slug: str, day: int) -> Event:
    at = datetime(2026, 11, day, tzinfo=UTC)
    return Event(id=f"{slug} {day}", at=at, offset=0, kind="submit", problem=slug)


def firsts(wish: Wish, *events: Event, due: tuple[str, ...] = ()) -> Counter[str]:
    """Return how often each problem is the first part, over many seeds."""
    return Counter(draw(CANDIDATES, events, wish, seed, due)[0].slug for seed in SEEDS)


def test_the_same_seed_and_history_draw_the_same_parts() -> None:
    """In whatever order the problems come, on every machine."""
    wish = Wish(extra=(D,))
    drawn = draw(CANDIDATES, [], wish, 7)
    assert drawn == draw(reversed(CANDIDATES), [], wish, 7)
    assert [one.slug for one in drawn] == ["arrays-easy", "graphs-easy", "debug-arrays"]
    assert len({draw(CANDIDATES, [], wish, seed) for seed in SEEDS}) > 20


def test_what_is_due_comes_before_what_is_new_and_that_before_what_rests() -> None:
    """What rested longest is likelier than what was done last."""
    wish = Wish(topics=("arrays", "graphs"))
    events = [submitted("arrays-medium", 1), submitted("graphs-medium", 9)]
    found = firsts(wish, *events)
    assert found["arrays-medium"] > found["graphs-medium"]
    new = firsts(wish, events[0])
    assert new["graphs-medium"] > 2 * new["arrays-medium"]
    due = firsts(wish, *events, due=("graphs-medium",))
    assert due["graphs-medium"] > 3 * found["graphs-medium"]


def test_difficulties_fit_the_minutes() -> None:
    """An hour for one problem is a hard one's; the first of two is medium, the second easy."""
    alone = firsts(Wish(count=1))
    assert sum(alone[slug] for slug in alone if "hard" in slug) > len(SEEDS) / 2
    both = [draw(CANDIDATES, [], Wish(), seed) for seed in SEEDS]
    assert sum("medium" in parts[0].slug for parts in both) > len(SEEDS) / 2
    assert sum("easy" in parts[1].slug for parts in both) > len(SEEDS) / 2


def test_topics_are_kept_apart_and_chosen() -> None:
    """Databases only for whoever asks; no part comes twice."""
    for seed in SEEDS:
        parts = draw(CANDIDATES, [], Wish(count=3), seed)
        assert len({part.slug for part in parts}) == 3
        assert not any("databases" in part.slug for part in parts)
    chosen = firsts(Wish(topics=("databases",)))
    assert all("databases" in slug for slug in chosen)
    pairs = [draw(CANDIDATES, [], Wish(), seed) for seed in SEEDS]
    same = sum(len({part.slug.partition("-")[0] for part in pair}) == 1 for pair in pairs)
    assert same < len(SEEDS) / 10


def test_no_part_gives_a_program_of_another() -> None:
    """While there is another choice."""
    near = Candidate("debug-graphs", D, "medium", "debugging", base="graphs-medium")
    for seed in SEEDS:
        parts = draw([*CANDIDATES, near], [], Wish(topics=("graphs",), extra=(D,)), seed)
        assert not {"graphs-medium", "debug-graphs"} <= {part.slug for part in parts}
    alone = [one for one in CANDIDATES if one.slug == "graphs-medium"]
    assert len(draw([*alone, near], [], Wish(count=1, extra=(D,)), 1)) == 2


def test_what_there_is_not_enough_of_is_said() -> None:
    """With the kind and the topics."""
    with pytest.raises(UsageError, match="fewer than 4 problems about graphs"):
        draw(CANDIDATES, [], Wish(count=4, topics=("graphs",)), 1)
    with pytest.raises(UsageError, match="programs to test"):
        draw(CANDIDATES[:-1], [], Wish(extra=(T,)), 1)


@pytest.mark.parametrize(
    ("kinds", "minutes", "shares"),
    [
        ([P], 60, [60]),
        ([P, P], 60, [36, 24]),
        ([P, P, D], 60, [28, 18, 14]),
        ([P, T], 45, [30, 15]),
        ([P, P, D, T], 61, [23, 15, 12, 11]),
    ],
)
def test_minutes_go_by_weight(kinds: list[PartKind], minutes: int, shares: list[int]) -> None:
    """Three for the must, two for another problem, one and a half for the rest; whole minutes."""
    assert minutes_of(kinds, minutes) == shares
    assert sum(shares) == minutes


def test_the_first_problem_is_a_must() -> None:
    """And it alone."""
    chosen = [CANDIDATES[-2], CANDIDATES[0], CANDIDATES[1]]
    assert [part.must for part in parts_of(chosen, 60)] == [False, True, False]
    assert not any(part.must for part in parts_of(chosen[:1], 60))
