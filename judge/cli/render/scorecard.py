"""The scorecard of a round: each level with its evidence, and what to practise next."""

from rich.console import Console

from judge.cli.render.console import ascii_only, hang, say, say_lines
from judge.practice import Advice, Card, Criterion
from judge.values import escape

TITLES = {
    "coding": "Coding and algorithms",
    "clean": "Clean, efficient code",
    "solving": "Problem solving",
    "complexity": "Time and space complexity",
    "testing": "Test and debug",
}
LEVELS = {1: "strong no", 2: "no", 3: "yes", 4: "strong yes"}
TOLD = {
    "paused": "The round was paused.",
    "clock_moved": "The clock of this machine was moved.",
    "pasted": "A text grew faster than anyone types: it may have been pasted.",
    "same_as_own": "A text is the same as one of your earlier ones.",
    "same_as_known": "A text is the same as a known solution.",
    "counterexample_driven": "In one part three submissions were made blindly, without a run.",
    "hints": "Hints, the editorial or the solutions were opened before a part was solved.",
    "late": "Some submissions came after the deadline: they count as practice.",
}
CHARACTERS = 300


def show_card(console: Console, card: Card) -> None:
    """Print a scorecard: the levels first, then what to practise, then the evidence of each.

    Texts in it may come from another person's history.
    """
    _show_levels(console, card)
    say(console, "")
    leans = card.leans or "nowhere: fewer than three criteria could be judged"
    say(console, f"The round leans: {leans}", "bold")
    for name in card.told:
        hang(console, "  ", TOLD[name])
    say(console, "")
    say(console, "Practise next:", "bold")
    for number, advice in enumerate(card.practise, 1):
        _show_advice(console, f"  {number}. ", advice)
    for criterion in card.criteria:
        if criterion.level is not None:
            _show_evidence(console, criterion)


def _show_levels(console: Console, card: Card) -> None:
    """Print a row a criterion: its level, in words, and how sure it is."""
    width = max(map(len, TITLES.values()))
    for criterion in card.criteria:
        row = f"{TITLES[criterion.name]:{width}}  "
        if criterion.level is None:
            lack = f": {criterion.lack}" if criterion.lack else ""
            say(console, f"{row}-  not judged{lack}", "dim")
        else:
            row += f"{criterion.level}  {LEVELS[criterion.level]:10}"
            say(console, f"{row}  {criterion.sure} evidence")


def _show_evidence(console: Console, criterion: Criterion) -> None:
    """Print the evidence of each part, what leaves doubt, and what would raise the level."""
    say(console, "")
    say(console, TITLES[criterion.name], "bold")
    bullet = "    * " if ascii_only(console) else "    • "
    for slug, finding in criterion.findings:
        say(console, f"  {_safe(slug)}: {LEVELS[finding.level]}")
        for sentence in finding.evidence:
            hang(console, bullet, _safe(sentence, 1_000))
    for doubt in criterion.doubts:
        hang(console, "  ", f"Less sure: {doubt}.", "dim")
    if criterion.raises:
        _show_advice(console, "  It would rise: ", criterion.raises[0])


def _show_advice(console: Console, before: str, advice: Advice) -> None:
    """Print an advice, and its command in a line that can be copied."""
    hang(console, before, f"{_safe(advice.words)}:")
    indent = " " * (len(before) - len(before.lstrip()) + 3)
    say_lines(console, [f"{indent}{_safe(advice.command)}"])


def _safe(text: str, characters: int = CHARACTERS) -> str:
    return escape(text, characters)
