"""The criterion coding and algorithms: is it solved, at once, fast enough, and in time? Pure."""

from datetime import timedelta

from judge.practice.criteria.finding import Advice, Doubt, Finding, command, many
from judge.practice.criteria.part import Part

#: Of the part's time.
QUICK = 3 / 4


def judge_coding(part: Part) -> Finding:
    """Return the level of a problem part that was opened, or that is a must.

    4: AC at first, at most one slip, growth not worse than the reference, within 3/4 of the part's
    time, no editorial, others' solutions or last hint. 3: AC, growth not worse, at most two
    failures, likewise. 2: the samples pass. 1: less; or a must that was never opened.
    """
    if part.opened is None:
        words = f"Open {part.slug}: it had to be tried"
        return Finding(
            1, ("It had to be solved and was never opened.",), (Advice(words, _start(part)),)
        )
    level = _level(part)
    doubts = {Doubt.UNMEASURED} if part.accepted and part.growth is None else set()
    raises = _raises(part) if level < 4 else ()
    return Finding(level, _evidence(part), raises, frozenset(doubts))


def _level(part: Part) -> int:
    helped = bool(part.told) or part.last_hint
    if part.solved_well and not helped:
        if not part.failures and part.slips <= 1 and _is_quick(part):
            return 4
        if part.failures <= 2:
            return 3
    return 2 if part.passed_samples else 1


def _is_quick(part: Part) -> bool:
    return part.time is not None and part.time.total_seconds() <= QUICK * part.minutes * 60


def _evidence(part: Part) -> tuple[str, ...]:
    found = [_outcome(part)]
    if part.growth is not None:
        beside = "worse than" if part.growth.worse else "not worse than"
        found.append(
            f"Its time grows like {part.growth.measured}, "
            f"{beside} the reference's {part.growth.reference or 'growth'}."
        )
    elif part.accepted:
        found.append("Its growth was not measured, which counts as not worse.")
    if part.told:
        found.append(f"{part.told} before it was accepted.")
    if part.last_hint:
        found.append("The last hint was opened before it was accepted.")
    return tuple(found)


def _outcome(part: Part) -> str:
    if not part.submissions:
        return "It was opened and never submitted."
    before = f"{many(part.failures, 'failure')} and {many(part.slips, 'slip')} (CE)"
    if part.time is not None:
        taken = f"{part.time / timedelta(minutes=1):.0f} of {part.minutes:.0f} minutes"
        return f"Accepted after {before}, in {taken}."
    passed = "passed" if part.passed_samples else "did not pass"
    return f"Not accepted, after {before}; the samples {passed}."


def _raises(part: Part) -> tuple[Advice, ...]:
    slug, found = part.slug, []
    if not part.accepted:
        found.append(Advice(f"Solve {slug}", _start(part)))
    elif part.grows_worse:
        words = f"Bring {slug} down to the reference's growth"
        found.append(Advice(words, command("judge", "bench", slug, part.file)))
    if part.told or part.last_hint:
        words = f"Solve {slug} without its editorial, solutions or last hint"
        found.append(Advice(words, _start(part)))
    if part.accepted and (part.failures or part.slips > 1):
        words = f"Run {slug} before you submit it, so that it passes at first"
        found.append(Advice(words, command("judge", "run", slug, part.file)))
    if part.accepted and not _is_quick(part):
        words = f"Solve {slug} again, within {QUICK * part.minutes:.0f} minutes"
        found.append(Advice(words, _start(part)))
    return tuple(found)


def _start(part: Part) -> str:
    return command("judge", "start", part.slug)
