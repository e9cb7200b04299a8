"""The criterion clean, efficient code: what a linter finds, and time beside the reference. Pure."""

from collections.abc import Mapping
from typing import Any

from judge.practice.criteria.finding import Advice, Doubt, Finding, command, many
from judge.practice.criteria.part import Part
from judge.practice.criteria.weights import points_of, weight_of
from judge.practice.event import Event
from judge.practice.evidence.facts import mapping, names, number

#: Level -> the most quality points, and the most of the ratio's low end.
MOST = {4: (1, 2.0), 3: (3, 5.0), 2: (7, None)}


def judge_clean(part: Part, quality: Mapping[str, Any]) -> Finding | None:
    """Return the level of the last accepted text, else of the last that passed the samples.

    4: AC, at most 1 quality point, the ratio's low end at most 2. 3: at most 3 points, low end at
    most 5. 2: at most 7 points. 1: more. When the text was accepted, 4 and 3 need growth not worse;
    a ratio that was not measured passes. None, not judged: there is no such text, or no points of
    it (the linter was missing, or could not read it).
    """
    passed = part.passed_samples
    text = part.last_accepted or (passed[-1] if passed else None)
    codes = quality.get(text.source or "") if text is not None else None
    if text is None or not isinstance(codes, list | tuple):
        return None
    found = names(list(codes))
    level = _level(part, points_of(found))
    raises = _raises(part, found) if level < 4 else ()
    return Finding(level, _evidence(part, found), raises, frozenset(_doubts(part)))


def _level(part: Part, points: int) -> int:
    low = _low(part.last_accepted)
    for level, (most_points, most_low) in MOST.items():
        fast = most_low is None or (not part.grows_worse and (low is None or low <= most_low))
        if points <= most_points and fast and (level < 4 or part.accepted):
            return level
    return 1


def _low(event: Event | None) -> float | None:
    """Return the low end of the interval of the ratio to the reference's time."""
    return number(mapping(event.facts.get("runtime")).get("low")) if event is not None else None


def _doubts(part: Part) -> set[Doubt]:
    last = part.last_accepted
    if last is None:
        return {Doubt.NOT_ACCEPTED}
    found = {Doubt.UNMEASURED} if part.growth is None else set()
    if _low(last) is not None and "noisy_host" in names(last.facts.get("notes")):
        found.add(Doubt.NOISY)
    return found


def _evidence(part: Part, codes: frozenset[str]) -> tuple[str, ...]:
    which = "accepted text" if part.accepted else "text that passed the samples"
    listed = ", ".join(f"{code} {weight_of(code)}" for code in sorted(codes))
    points = many(points_of(codes), "quality point")
    found = [f"The last {which} has {points}{f' ({listed})' if listed else ''}."]
    low = _low(part.last_accepted)
    if low is not None:
        found.append(f"The low end of its ratio to the reference's time is {low:.2f}.")
    elif part.accepted:
        found.append("Its time beside the reference was not measured, which passes.")
    if part.grows_worse:
        found.append("Its growth is worse than the reference's.")
    return tuple(found)


def _raises(part: Part, codes: frozenset[str]) -> tuple[Advice, ...]:
    slug, found = part.slug, []
    if points_of(codes) > MOST[4][0]:
        dear = sorted(codes, key=lambda code: (-weight_of(code), code))[:3]
        check = command("ruff", "check", "--select", ",".join(dear), part.file)
        found.append(Advice(f"Write {slug} without what the linter finds", check))
    low = _low(part.last_accepted)
    if part.grows_worse or (low is not None and low > 2):
        words = f"Bring the time of {slug} near the reference's"
        found.append(Advice(words, command("judge", "bench", slug, part.file)))
    if not part.accepted:
        submit = command("judge", "submit", slug, part.file)
        found.append(Advice(f"Get {slug} accepted", submit))
    return tuple(found)
