"""The scorecard of a round: each level with its evidence, and what to practise next."""

from rich.console import Console

from judge.cli.render.console import say
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
    "hints": "Hints or the editorial were opened before a part was solved.",
    "late": "Some submissions came after the deadline: they count as practice.",
}
CHARACTERS = 300


def show_card(console: Console, card: Card) -> None:
    """Print a scorecard; texts in it may come from another person's history."""
    for criterion in card.criteria:
        _show_criterion(console, criterion)
    leans = card.leans or "nowhere: fewer than three criteria could be judged"
    say(console, "")
    say(console, f"The round leans: {leans}", "bold")
    for name in card.told:
        say(console, f"  {TOLD.get(name, _safe(name))}")
    say(console, "")
    say(console, "Practise next:", "bold")
    for number, advice in enumerate(card.practise, 1):
        say(console, f"  {number}. {_words(advice)}")


def _show_criterion(console: Console, criterion: Criterion) -> None:
    title = TITLES.get(criterion.name, criterion.name)
    if criterion.level is None:
        say(console, f"{title}: not judged", "bold")
        return
    sure = f"{criterion.level} of 4, {criterion.sure} evidence"
    say(console, f"{title}: {LEVELS[criterion.level]} ({sure})", "bold")
    for slug, finding in criterion.findings:
        several = f" ({LEVELS[finding.level]})" if len(criterion.findings) > 1 else ""
        say(console, f"  {_safe(slug)}{several}: {_safe(' '.join(finding.evidence), 1_000)}")
    for doubt in criterion.doubts:
        say(console, f"  Less sure: {doubt}.", "dim")
    if criterion.raises:
        say(console, f"  It would rise: {_words(criterion.raises[0])}", "dim")


def _words(advice: Advice) -> str:
    return f"{_safe(advice.words)}: {_safe(advice.command)}"


def _safe(text: str, characters: int = CHARACTERS) -> str:
    return escape(text, characters)
