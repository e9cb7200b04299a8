"""What to practise after a round: two things, each with a command. Pure."""

from collections.abc import Iterable, Sequence

from judge.practice.criteria.finding import Advice, Finding

THINGS = 2
#: When little is lacking.
MORE = (
    Advice("Play another round, on other problems", "judge round start"),
    Advice("Go on with what is due, or new", "judge next"),
)


def debrief(rows: Iterable[tuple[int, Sequence[Advice]]]) -> tuple[Advice, ...]:
    """Return two things to practise next.

    Each row is a judged criterion: its level, and what would raise it. The weakest criteria come
    first; each gives one thing before one of them gives two.
    """
    lists = [raises for _, raises in sorted(rows, key=lambda row: row[0])]
    longest = max(map(len, lists), default=0)
    turns = [found[turn] for turn in range(longest) for found in lists if turn < len(found)]
    chosen: dict[str, Advice] = {}
    for advice in [*turns, *MORE]:
        chosen.setdefault(advice.command, advice)
    return tuple(chosen.values())[:THINGS]


def weakest(findings: Iterable[tuple[str, Finding]]) -> list[Finding]:
    """Return findings of parts, the weakest first."""
    return sorted((finding for _, finding in findings), key=lambda finding: finding.level)
