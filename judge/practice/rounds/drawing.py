"""Draw the parts of a round: what is due first, as hard as its minutes allow, topics apart.

Pure: the same seed, history and problems give the same parts on every machine and every Python.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from random import Random

from judge.errors import UsageError
from judge.practice.event import Event
from judge.practice.past import HELP
from judge.practice.rounds.course import PartKind, PlannedPart
from judge.problems import Problem
from judge.records import dataclass

#: The shares of a round's minutes: of a part that must be opened, else by what it asks for.
MUST_SHARE = 3.0
SHARES = {PartKind.PROBLEM: 2.0, PartKind.DEBUG: 1.5, PartKind.TESTS: 1.5}
#: The minutes that a problem of each difficulty takes.
TIMES = {"easy": 25, "medium": 40, "hard": 60}
#: How much likelier a problem is drawn that is due, or was never tried, than one that rests.
DUE, NEW, RESTS = 8.0, 4.0, 1.0
#: By the distance of a difficulty from the one that fits the part's minutes.
NEARNESS = (6.0, 2.0, 0.5)
#: A topic that the round has already.
AGAIN = 0.1
#: Kinds of problems that are drawn only where their topic is asked for.
APART = frozenset({"databases", "concurrency"})
TRIED = HELP | {"submit"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A problem that may become a part; `base` is the one that it gives a program of."""

    slug: str
    kind: PartKind
    difficulty: str
    topic: str | None
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a round shall be: `count` problems, and one part of each kind in `extra`."""

    minutes: int = 60
    count: int = 2
    topics: tuple[str, ...] = ()
    extra: tuple[PartKind, ...] = ()


def candidate_of(problem: Problem) -> Candidate:
    """Return what a draw has to know of a problem."""
    kind, base = PartKind.PROBLEM, None
    if problem.kind.name == "tests":
        kind, base = PartKind.TESTS, problem.interface.own.get("base")
    elif problem.base is not None:
        kind, base = PartKind.DEBUG, problem.base.slug
    return Candidate(problem.slug, kind, problem.difficulty, problem.topic, base)


def draw(
    candidates: Iterable[Candidate],
    events: Sequence[Event],
    wish: Wish,
    seed: int,
    due: Collection[str] = (),
) -> tuple[PlannedPart, ...]:
    """Return the parts of a round; `due` are the problems to be reviewed now.

    Raises `UsageError` where there are not enough problems.
    """
    known = sorted(candidates, key=lambda one: one.slug)
    likely = _standing(known, events, due)
    chance = Random(f"round {seed}")  # noqa: S311 - a draw that can be repeated, no secret
    kinds = [PartKind.PROBLEM] * wish.count + list(wish.extra)
    chosen: list[Candidate] = []
    for kind, minutes in zip(kinds, minutes_of(kinds, wish.minutes), strict=True):
        left = [one for one in known if one.kind is kind and one not in chosen]
        fits = [one for one in left if _is_wanted(one, wish.topics)]
        if not fits:
            raise UsageError(_too_few(kind, wish.topics, kinds.count(kind)))
        # A program of a problem tells how that one is solved.
        fits = [one for one in fits if not _shares(one, chosen)] or fits
        topics = {one.topic for one in chosen}
        weights = [
            likely[one.slug] * _nearness(one, minutes) * (AGAIN if one.topic in topics else 1.0)
            for one in fits
        ]
        chosen.append(_picked(fits, weights, chance))
    return parts_of(chosen, wish.minutes)


def parts_of(chosen: Sequence[Candidate], minutes: int) -> tuple[PlannedPart, ...]:
    """Return parts in the order given, with their minutes; the first problem must be opened."""
    kinds = [one.kind for one in chosen]
    first = kinds.index(PartKind.PROBLEM) if PartKind.PROBLEM in kinds else None
    return tuple(
        PlannedPart(one.slug, one.kind, share, must=place == first)
        for place, (one, share) in enumerate(zip(chosen, minutes_of(kinds, minutes), strict=True))
    )


def minutes_of(kinds: Sequence[PartKind], minutes: int) -> list[int]:
    """Divide a round's minutes among its parts, whole minutes that sum up to it."""
    first = kinds.index(PartKind.PROBLEM) if PartKind.PROBLEM in kinds else None
    shares = [MUST_SHARE if at == first else SHARES[kind] for at, kind in enumerate(kinds)]
    exact = [minutes * share / sum(shares) for share in shares]
    whole = [int(one) for one in exact]
    # What is left over goes to the largest remainders, of equal ones to the earlier part.
    order = sorted(range(len(exact)), key=lambda at: (whole[at] - exact[at], at))
    for at in order[: minutes - sum(whole)]:
        whole[at] += 1
    return whole


def _standing(
    known: Sequence[Candidate], events: Sequence[Event], due: Collection[str]
) -> dict[str, float]:
    """Return how likely each problem is by what was done on it; what rested longest comes first."""
    last = {event.problem: at for at, event in enumerate(events) if event.kind in TRIED}
    tried = sorted((one.slug for one in known if one.slug in last), key=lambda slug: last[slug])
    likely = {one.slug: NEW for one in known}
    for place, slug in enumerate(tried):
        likely[slug] = RESTS * (len(tried) - place) / len(tried)
    return likely | {one.slug: DUE for one in known if one.slug in due}


def _shares(one: Candidate, chosen: Iterable[Candidate]) -> bool:
    """Whether a candidate is about the same problem as one of those chosen."""
    return (one.base or one.slug) in {other.base or other.slug for other in chosen}


def _is_wanted(one: Candidate, topics: Collection[str]) -> bool:
    if one.kind is not PartKind.PROBLEM:
        return True
    return one.topic in topics if topics else one.topic not in APART


def _nearness(one: Candidate, minutes: int) -> float:
    """Return how well a problem's difficulty fits a part's minutes."""
    levels = list(TIMES)
    if one.kind is not PartKind.PROBLEM or one.difficulty not in levels:
        return 1.0
    fitting = min(levels, key=lambda level: abs(TIMES[level] - minutes))
    return NEARNESS[abs(levels.index(fitting) - levels.index(one.difficulty))]


def _picked(fits: Sequence[Candidate], weights: Sequence[float], chance: Random) -> Candidate:
    """Return one of the candidates, by weight."""
    point = chance.random() * sum(weights)
    for one, reached in zip(fits, _sums(weights), strict=True):
        if point < reached:
            return one
    return fits[-1]


def _sums(weights: Iterable[float]) -> Iterator[float]:
    total = 0.0
    for weight in weights:
        total += weight
        yield total


def _too_few(kind: PartKind, topics: Sequence[str], count: int) -> str:
    words = {
        PartKind.PROBLEM: "problems",
        PartKind.DEBUG: "programs to mend",
        PartKind.TESTS: "programs to test",
    }[kind]
    about = f" about {', '.join(topics)}" if topics and kind is PartKind.PROBLEM else ""
    return f"there are fewer than {count} {words}{about}: judge list shows what there is"
