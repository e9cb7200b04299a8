"""The criterion test and debug, in a problem part: one's own inputs before submitting. Pure."""

from judge.practice.criteria.finding import Advice, Doubt, Finding, command, many
from judge.practice.criteria.known import Known
from judge.practice.criteria.part import Part
from judge.practice.event import Event
from judge.practice.evidence.facts import Facts, count, same_form


def judge_trying(part: Part, known: Known) -> Finding:
    """Return the level of a problem part that was opened.

    4: at least 3 own inputs or predicted examples before the first submission, catching at least
    40 % of the known wrong solutions, no submission made blindly, no failure (or AC after at most
    2). 3: at least 1, 20 %, at most one blind, and no failure, or AC. 2: one own input, or AC with
    at most one blind. 1: else. A share that is unknown passes.
    """
    own = len(_own_inputs(part))
    level = _level(part, own, known.share)
    doubts = frozenset({Doubt.NO_KNOWN} if not known.known else ())
    raises = _raises(part, own, known.share) if level < 4 else ()
    return Finding(level, _evidence(part, own, known), raises, doubts)


def _level(part: Part, own: int, share: float | None) -> int:
    solved, failures, blind = bool(part.accepted), part.failures, part.blind
    unfailing = not failures or (solved and failures <= 2)
    if own >= 3 and _reaches(share, 0.4) and not blind and unfailing:
        return 4
    if own >= 1 and _reaches(share, 0.2) and blind <= 1 and (not failures or solved):
        return 3
    return 2 if own or (solved and blind <= 1) else 1


def _reaches(share: float | None, least: float) -> bool:
    return share is None or share >= least


def _own_inputs(part: Part) -> set[str]:
    """Return the different inputs inside the constraints, run or predicted before submitting."""
    return {
        same_form(arguments)
        for event in part.before("submit")
        if _is_own(event)
        for arguments in _inputs(event.facts)
    }


def _is_own(event: Event) -> bool:
    """Whether an event plays an input of one's own that the constraints allow.

    An example counts unless `right` is null, which is how one outside of them is told; a run
    unless `valid` is false or null.
    """
    if event.kind == "round_example":
        return event.facts.get("right") is not None
    return event.kind == "run" and bool(event.facts.get("own") and event.facts.get("valid", True))


def _inputs(facts: Facts) -> list[object]:
    """Return the inputs of an event: a page runs several at once, as a list of objects."""
    found = facts.get("arguments")
    if not isinstance(found, list) or len(found) != count(facts.get("inputs")):
        return [found]
    return found if len(found) > 1 and all(isinstance(one, dict) for one in found) else [found]


def _evidence(part: Part, own: int, known: Known) -> tuple[str, ...]:
    tried = many(own, "own input")
    found = [f"{tried[:1].upper()}{tried[1:]} before the first submission."]
    if known.share is not None:
        found.append(f"They catch {known.share:.0%} of {known.known} known wrong solutions.")
    if part.submissions:
        blind = many(part.blind, "submission")
        those = "it" if part.blind == 1 else "them"
        found.append(f"{blind[:1].upper()}{blind[1:]} made blindly, without a run before {those}.")
        found.append(
            f"{'Accepted' if part.accepted else 'Not accepted'}, after "
            f"{many(part.failures, 'failure')}."
        )
    else:
        found.append("Nothing was submitted.")
    return tuple(found)


def _raises(part: Part, own: int, share: float | None) -> tuple[Advice, ...]:
    slug = part.slug
    run = command("judge", "run", slug, part.file)
    found = []
    if own < 3:
        found.append(Advice(f"{slug}: try three inputs of your own before you submit", run))
    if not _reaches(share, 0.4):
        words = (
            f"{slug}: choose inputs that catch more mistakes: the least, the largest, equal ones"
        )
        found.append(Advice(words, run))
    if part.blind:
        found.append(Advice(f"{slug}: after a failure run your text before you submit again", run))
    if part.failures:
        found.append(Advice(f"Submit {slug} only when your own inputs pass", run))
    return tuple(found)
