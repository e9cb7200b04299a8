"""The criterion test and debug, in a part that asks for tests: what the suite catches. Pure."""

from judge.practice.criteria.finding import Advice, Finding, command, many
from judge.practice.criteria.part import Part
from judge.practice.evidence.facts import Facts, count, mapping, number

#: Level -> the least share of the wrong implementations.
LEAST = {4: 0.9, 3: 0.7, 2: 0.4}


def judge_catching(part: Part) -> Finding:
    """Return the level of a test part that was opened, by the last submission with `tests`.

    4, 3, 2: the suite catches 0.9, 0.7, 0.4 of the wrong implementations. 1: less, or nothing was
    handed in. With a false alarm it is at most 2.
    """
    suites = [tests for e in part.submissions if _of(tests := mapping(e.facts.get("tests")))]
    if not suites:
        words = f"Write tests for {part.slug}"
        advice = Advice(words, command("judge", "start", part.slug))
        return Finding(
            1, ("It was opened and no suite was handed in that could be scored.",), (advice,)
        )
    caught, of = count(suites[-1].get("caught")), _of(suites[-1])
    alarms = count(suites[-1].get("false_alarms"))
    level = next((level for level, least in LEAST.items() if caught / of >= least), 1)
    level = min(level, 2) if alarms else level
    evidence = [f"The last suite catches {caught} of {many(of, 'wrong implementation')}."]
    if alarms:
        evidence.append(f"It has {many(alarms, 'false alarm')} on right ones.")
    words = f"Write tests for {part.slug} that catch more, and raise no false alarm"
    advice = Advice(words, command("judge", "submit", part.slug, part.file))
    return Finding(level, tuple(evidence), (advice,) if level < 4 else ())


def _of(tests: Facts) -> int:
    return count(tests.get("known")) if number(tests.get("caught")) is not None else 0
