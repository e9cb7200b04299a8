"""The criterion time and space complexity: what was declared, and what was measured. Pure."""

from judge.practice.criteria.finding import Advice, Doubt, Finding, command
from judge.practice.criteria.known import Known
from judge.practice.criteria.part import Part
from judge.practice.event import Event
from judge.practice.evidence.facts import mapping, text
from judge.practice.evidence.growth import Growth, growth_of
from judge.records import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """A declared class; `holds` says whether it agrees, None where it could not be compared."""

    declared: str
    holds: bool | None
    by_source: bool = False


def judge_complexity(part: Part, known: Known) -> Finding:
    """Return the level of a problem part that was opened.

    4: AC, growth not worse; a time declared before coding that the measurement does not refute; the
    time in the end agrees; space declared and not refuted. 3: the time in the end agrees, space not
    refuted. 2: a time declared, or AC with growth not worse. 1: the time in the end refuted, even
    of what would be a 2; or nothing said.

    Before coding counts the last approach with a time before the first run or submission. In the
    end counts what the source itself declares, else the last approach with a time (a space). The
    source is the one whose growth counts: the last accepted, without AC the last whose growth was
    measured, else the last. A class that cannot be compared neither agrees nor is refuted; either
    of these two that cannot be leaves a doubt.
    """
    source = _source(part)
    growth = growth_of(source) if source is not None else None
    early = _claim(part.before_coding, growth)
    last = _own_claim(source, growth) or _claim(list(part.events), growth)
    space = _declared(source, "space") or _named(list(part.events), "space")
    level = _level(part, early, last, space, known.space)
    raises = _raises(part, early, last, space, known.space) if level < 4 else ()
    evidence = _evidence(early, last, growth, space, known.space)
    doubts = set()
    if part.accepted and growth is None:
        doubts.add(Doubt.UNMEASURED)
    if any(claim is not None and claim.holds is None for claim in (early, last)):
        doubts.add(Doubt.UNCOMPARED)
    return Finding(level, evidence, raises, frozenset(doubts))


def _level(
    part: Part, early: Claim | None, last: Claim | None, space: str, space_holds: bool | None
) -> int:
    if last is not None and last.holds is False:
        return 1
    if last is not None and last.holds and space_holds is not False:
        timely = early is not None and early.holds is not False
        return 4 if part.solved_well and timely and space else 3
    return 2 if last is not None or part.solved_well else 1


def _source(part: Part) -> Event | None:
    """Return the submission whose growth counts, and so whose own declaration does."""
    if part.last_accepted is not None:
        return part.last_accepted
    grown = [event for event in part.submissions if growth_of(event) is not None]
    found = grown or part.submissions
    return found[-1] if found else None


def _own_claim(source: Event | None, growth: Growth | None) -> Claim | None:
    """Return what the source itself declares: of that the judge has said whether it agrees."""
    declared = _declared(source, "time")
    holds = growth.agrees if growth is not None else None
    return Claim(declared, holds, by_source=True) if declared else None


def _claim(events: list[Event], growth: Growth | None) -> Claim | None:
    """Return the time of the last approach that names one."""
    declared = _named(events, "time")
    holds = growth.agreement(declared) if growth is not None else None
    return Claim(declared, holds) if declared else None


def _declared(source: Event | None, name: str) -> str:
    return text(mapping(source.facts.get("declared")).get(name)) if source is not None else ""


def _named(events: list[Event], name: str) -> str:
    """Return the time, or space, of the last approach that names one; else an empty text."""
    approaches = [event for event in events if event.kind == "round_approach"]
    return next((found for e in approaches[::-1] if (found := text(e.facts.get(name)))), "")


def _evidence(
    early: Claim | None,
    last: Claim | None,
    growth: Growth | None,
    space: str,
    space_holds: bool | None,
) -> tuple[str, ...]:
    found = ["No time was declared before coding."]
    if early is not None:
        found = [f"Before coding the time was declared as {early.declared}, {_outcome(early)}."]
    if last is not None and last != early:
        where = "the source declares" if last.by_source else "the last approach says"
        found.append(f"In the end {where} {last.declared}, {_outcome(last)}.")
    elif last is None:
        found.append("No time was declared in the end.")
    if growth is None:
        found.append("The time was not measured.")
    else:
        found.append(f"It was measured to grow like {growth.measured}.")
    said = {True: "and agrees", False: "and is refuted", None: "and could not be compared"}
    if space or space_holds is False:
        found.append(f"Space was declared{f' as {space}' if space else ''} {said[space_holds]}.")
    else:
        found.append("No space was declared.")
    return tuple(found)


def _outcome(claim: Claim) -> str:
    words = {True: "which agrees", False: "which the measurement refutes"}
    return words.get(claim.holds, "which could not be compared")  # type: ignore[arg-type]  # None


def _raises(
    part: Part, early: Claim | None, last: Claim | None, space: str, space_holds: bool | None
) -> tuple[Advice, ...]:
    slug = part.slug
    bench = command("judge", "bench", slug, part.file)
    found = []
    if last is not None and last.holds is False:
        found.append(Advice(f"Find out why {slug} does not grow like {last.declared}", bench))
    elif last is None or last.holds is None:
        found.append(Advice(f"Declare the time of {slug} and hold it against a measurement", bench))
    if early is None or early.holds is False:
        words = f"{slug}: say the time with your approach, before you code"
        found.append(Advice(words, "judge round start"))
    if space_holds is False:
        found.append(Advice(f"Find out what memory {slug} keeps", bench))
    elif not space:
        found.append(Advice(f"{slug}: say the space too", "judge round start"))
    if not part.solved_well:
        words = f"Solve {slug} with the reference's growth"
        found.append(Advice(words, command("judge", "start", slug)))
    return tuple(found)
