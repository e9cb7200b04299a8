"""The criterion problem solving: questions, an example, an approach, follow-ups. Pure."""

from judge.practice.criteria.finding import Advice, Doubt, Finding, command, many
from judge.practice.criteria.known import Known
from judge.practice.criteria.part import Part
from judge.practice.event import Event
from judge.practice.evidence.facts import text
from judge.records import dataclass

APPROACH_CHARACTERS, ANSWER_CHARACTERS = 40, 20


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of thinking before and after coding: whether it was seen, and how it is got."""

    seen: bool
    evidence: str
    advice: str


def judge_solving(part: Part, known: Known) -> Finding:
    """Return the level of a problem part that was opened, or that is a must.

    The signs are: half of the crucial questions asked (different ones, half rounded up), an example
    predicted right, an approach of 40 characters, all three before the first run or submission and
    the questions also before the rules were shown; and a follow-up answered in 20 characters, at
    any time. A package without crucial questions or follow-ups has a sign less.

    4: AC with growth not worse, no hint, all signs. 3: AC with growth not worse, at most one hint,
    half of the signs. 2: the samples pass, or half of the signs. 1: the editorial or others'
    solutions were opened before AC, whatever else was done; or neither; or a must that was never
    opened.
    """
    if part.opened is None:
        advice = Advice(f"Open {part.slug} and ask before you code", "judge round start")
        return Finding(1, ("It had to be tried and was never opened.",), (advice,))
    signs = _signs(part, known)
    level = _level(part, signs)
    doubts = {Doubt.UNMEASURED} if part.accepted and part.growth is None else set()
    raises = _raises(part, signs) if level < 4 else ()
    return Finding(level, _evidence(part, signs), raises, frozenset(doubts))


def _level(part: Part, signs: list[Sign]) -> int:
    seen = sum(sign.seen for sign in signs)
    half = 2 * seen >= len(signs)
    if part.told:
        return 1
    if part.solved_well:
        if not part.hints and seen == len(signs):
            return 4
        if part.hints <= 1 and half:
            return 3
    return 2 if part.passed_samples or half else 1


def _signs(part: Part, known: Known) -> list[Sign]:
    found = []
    if known.crucial:
        wanted, asked = (known.crucial + 1) // 2, _asked(part)
        evidence = f"{asked} of {many(known.crucial, 'crucial question')} asked before coding"
        advice = f"ask {wanted} of its crucial questions before you code or see the rules"
        found.append(Sign(asked >= wanted, evidence, advice))
    right = any(
        event.kind == "round_example" and event.facts.get("right") is True
        for event in part.before_coding
    )
    predicted = f"{'an' if right else 'no'} example predicted right before coding"
    found.append(Sign(right, predicted, "predict an example by hand before coding"))
    longest = max((len(text(e.facts.get("text"))) for e in _approaches(part)), default=0)
    written = longest >= APPROACH_CHARACTERS
    words = f"an approach of {longest} characters" if longest else "no approach"
    advice = f"write your approach in {APPROACH_CHARACTERS} characters or more before coding"
    found.append(Sign(written, f"{words} written before coding", advice))
    if known.follow_ups:
        answers = [len(text(event.facts.get("text"))) for event in part.of("round_answer")]
        seen = max(answers, default=0) >= ANSWER_CHARACTERS
        words = "a follow-up answered" if seen else "no follow-up answered"
        advice = f"answer a follow-up in {ANSWER_CHARACTERS} characters or more"
        found.append(Sign(seen, words, advice))
    return found


def _asked(part: Part) -> int:
    """Return how many different crucial questions were asked while they were still questions."""
    asked = [
        event.facts.get("matched")
        for event in part.before("run", "submit", "round_reveal")
        if event.kind == "round_ask" and event.facts.get("crucial")
    ]
    return len({str(matched) for matched in asked if matched is not None})


def _approaches(part: Part) -> list[Event]:
    return [event for event in part.before_coding if event.kind == "round_approach"]


def _evidence(part: Part, signs: list[Sign]) -> tuple[str, ...]:
    found = [f"{sign.evidence[:1].upper()}{sign.evidence[1:]}." for sign in signs]
    helped = many(part.hints, "hint")
    found.append(f"{helped[:1].upper()}{helped[1:]} opened before it was accepted.")
    if part.told:
        found.append(f"{part.told} before it was accepted.")
    if not part.accepted:
        found.append("It was not accepted.")
    elif part.grows_worse:
        found.append("Its growth is worse than the reference's.")
    return tuple(found)


def _raises(part: Part, signs: list[Sign]) -> tuple[Advice, ...]:
    slug, start = part.slug, command("judge", "start", part.slug)
    found = [
        Advice(f"{slug}: {sign.advice}", "judge round start") for sign in signs if not sign.seen
    ]
    if part.told or part.hints:
        found.append(Advice(f"Solve {slug} without help", start))
    if not part.solved_well:
        words = f"Solve {slug} with the reference's growth"
        found.append(Advice(words, start))
    return tuple(found)
