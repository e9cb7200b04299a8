"""The scorecard of a round: five criteria, how sure each is, and what to practise next. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from judge.practice.criteria.catching import judge_catching
from judge.practice.criteria.clean import judge_clean
from judge.practice.criteria.coding import judge_coding
from judge.practice.criteria.complexity import judge_complexity
from judge.practice.criteria.finding import Advice, Doubt, Finding
from judge.practice.criteria.known import Known, known_of
from judge.practice.criteria.mending import judge_mending
from judge.practice.criteria.part import Part
from judge.practice.criteria.solving import judge_solving
from judge.practice.criteria.trying import judge_trying
from judge.practice.event import Event
from judge.practice.evidence.facts import mapping
from judge.practice.scoring import signs
from judge.practice.scoring.debrief import debrief, weakest
from judge.practice.scoring.leaning import leaning
from judge.practice.scoring.round import Round, round_of
from judge.records import dataclass, replace

NO_LINTER = "ruff was not there to read the texts"
CRITERIA = ("coding", "clean", "solving", "complexity", "testing")
#: Those of which a text that was not typed in this round says less.
COPIED_IN = frozenset({"coding", "clean", "solving"})


class Sureness(StrEnum):
    """How sure a level is."""

    FIRM = "firm"
    FAIR = "fair"
    THIN = "thin"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of a scorecard; `level` and `sure` are None where it is not judged.

    `findings` are those of its parts by slug, `doubts` the different reasons to be less sure.
    `lack` says what was missing where it is not judged for that alone.
    """

    name: str
    level: int | None
    sure: Sureness | None
    findings: tuple[tuple[str, Finding], ...]
    doubts: tuple[Doubt, ...]
    lack: str | None = None

    @property
    def raises(self) -> tuple[Advice, ...]:
        """What would raise it, of its weakest part first."""
        return tuple(advice for finding in weakest(self.findings) for advice in finding.raises)


@dataclass(frozen=True, slots=True)
class Card:
    """A scorecard. `leans` is None where fewer than three criteria are judged."""

    criteria: tuple[Criterion, ...]
    leans: str | None
    told: tuple[str, ...]
    practise: tuple[Advice, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the levels, how sure they are, where they lean, and what is told."""
        return {
            "levels": {one.name: one.level for one in self.criteria},
            "sure": {one.name: one.sure and one.sure.value for one in self.criteria},
            "leans": self.leans,
            "told": list(self.told),
        }


def score(events: Iterable[Event | Mapping[str, Any]], measured: Mapping[str, Any]) -> Card:
    """Return the scorecard of the round that these events tell of.

    `measured` is what history cannot know: `problems` {slug: {crucial, followups, known, caught}},
    `quality` {source: [codes]}, `space` {slug: true, false or null}, `starter_bytes` {slug: n}.
    What it leaves out is unknown; other keys are ignored. Raises `NoRoundError`, `EventError`.
    """
    found = round_of(events)
    known = {part.slug: known_of(measured, part.slug) for part in found.parts}
    parts = tuple(replace(part, suffix=known[part.slug].suffix) for part in found.parts)
    quality = mapping(measured.get("quality"))
    copied = {part.slug for part in parts if _is_copied(part, known[part.slug])}
    judged = [
        _criterion(name, _findings(name, parts, known, quality), found, copied) for name in CRITERIA
    ]
    if measured.get("linter") is False and any(map(_could_be_read, parts)):
        judged = [_lacking_linter(one) for one in judged]
    leans = leaning({one.name: one.level for one in judged if one.level is not None})
    rows = [(one.level, one.raises) for one in judged if one.level is not None]
    return Card(tuple(judged), leans, tuple(_told(found, known)), debrief(rows))


def _findings(
    name: str, parts: Sequence[Part], known: Mapping[str, Known], quality: Mapping[str, Any]
) -> list[tuple[Part, Finding]]:
    """Return what one criterion says of each part; a part that it does not judge is left out.

    A problem part has all five once it is opened; a must that never was has coding and problem
    solving, nothing else. Parts with a program to mend or with tests have test and debug alone.
    """
    of_problems: dict[str, Callable[[Part], Finding | None]] = {
        "coding": judge_coding,
        "clean": lambda part: judge_clean(part, quality),
        "solving": lambda part: judge_solving(part, known[part.slug]),
        "complexity": lambda part: judge_complexity(part, known[part.slug]),
        "testing": lambda part: judge_trying(part, known[part.slug]),
    }
    of_others = {"debug": judge_mending, "tests": judge_catching}
    found = []
    for part in parts:
        judge: Callable[[Part], Finding | None] | None = None
        if part.is_problem:
            unopened_must = part.must and name in {"coding", "solving"}
            judge = of_problems[name] if part.opened is not None or unopened_must else None
        elif name == "testing" and part.opened is not None:
            judge = of_others.get(part.kind)
        finding = judge(part) if judge is not None else None
        if finding is not None:
            found.append((part, finding))
    return found


def _criterion(
    name: str, found: Sequence[tuple[Part, Finding]], whole: Round, copied: set[str]
) -> Criterion:
    """Return one criterion from what it says of the parts.

    Only parts that were opened and that it judges are evidence, and give reasons for doubt: a text
    pasted in a part without a level for clean says nothing of how clean the other part's is.
    """
    if not found:
        return Criterion(name, None, None, (), ())
    opened = [(part, finding) for part, finding in found if part.opened is not None]
    doubts = {doubt for _, finding in opened for doubt in finding.doubts}
    if name in COPIED_IN and any(part.slug in copied for part, _ in opened):
        doubts.add(Doubt.COPIED)
    if Doubt.UNMEASURED in doubts:
        doubts.discard(Doubt.UNCOMPARED)
    if whole.clock.paused:
        doubts.add(Doubt.PAUSED)
    if whole.clock_moved:
        doubts.add(Doubt.CLOCK_MOVED)
    return Criterion(
        name,
        mean([finding.level for _, finding in found]),
        sureness(len(opened), len(doubts)),
        tuple((part.slug, finding) for part, finding in found),
        tuple(doubt for doubt in Doubt if doubt in doubts),
    )


def _could_be_read(part: Part) -> bool:
    return part.is_problem and part.suffix == ".py" and bool(part.passed_samples)


def _lacking_linter(one: Criterion) -> Criterion:
    unjudged = one.name == "clean" and one.level is None
    return replace(one, lack=NO_LINTER) if unjudged else one


def mean(levels: Sequence[int]) -> int:
    """Return the mean of levels, half rounded down."""
    # ceil(mean - 1/2) in whole numbers
    return -((len(levels) - 2 * sum(levels)) // (2 * len(levels)))


def sureness(parts: int, doubts: int) -> Sureness:
    """Return how sure a level is: two opened parts are firm, one fair, less a step a reason.

    A must that was never opened is no evidence, so a level of that alone is thin.
    """
    steps = list(Sureness)
    return steps[min(2 - min(parts, 2) + doubts, len(steps) - 1)]


def _is_copied(part: Part, known: Known) -> bool:
    """Whether a text of a problem part was not typed in this round, for all that is seen."""
    if not part.is_problem:
        return False
    pasted = signs.is_pasted(part, known.starter_bytes)
    return pasted or signs.same_as_own(part) or signs.same_as_known(part)


def _told(found: Round, known: Mapping[str, Known]) -> list[str]:
    parts = found.parts
    told = {
        "paused": found.clock.paused,
        "clock_moved": found.clock_moved,
        "pasted": any(signs.is_pasted(part, known[part.slug].starter_bytes) for part in parts),
        "same_as_own": any(map(signs.same_as_own, parts)),
        "same_as_known": any(map(signs.same_as_known, parts)),
        "counterexample_driven": any(map(signs.is_driven, parts)),
        "hints": any(map(signs.was_helped, parts)),
        "late": found.late > 0,
    }
    return [name for name, holds in told.items() if holds]
