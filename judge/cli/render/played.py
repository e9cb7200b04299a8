"""One input of `judge run`, with the submission's answer and the reference's."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from judge.cli.render.console import say, say_lines, say_text
from judge.cli.render.context import ReportContext, shell_command
from judge.cli.render.failure import message_beside, show_case
from judge.cli.render.figures import duration
from judge.cli.render.source import show_exception, show_printed
from judge.cli.render.verdict import STYLES
from judge.reports import Played
from judge.values import escape
from judge.verdict import Verdict


def show_played(
    console: Console, played: Played, context: ReportContext, before: Sequence[Played] = ()
) -> None:
    """Print one input of `judge run` with both answers, by its number after those `before` it.

    A source that does not load has none: it is told once, for the first of the inputs.
    """
    loads = played.verdict is not Verdict.DOES_NOT_LOAD
    if not loads and before and _same_fault(before[-1], played):
        return
    head = Text(f"{played.group} {len(before) + 1}: " if loads else "")
    head.append(f"{played.verdict} {played.verdict.words}", STYLES[played.verdict])
    head.append(f"   {duration(played.cpu_seconds)} CPU", "dim")
    say_text(console, head)
    if loads:
        show_case(console, played.verdict, played, context)
    silent = played.verdict is Verdict.ACCEPTED or played.exception is not None
    if not silent and (message := message_beside(played.verdict, played, context)):
        say(console, f"  {escape(message, 1_000)}")
    show_exception(console, played.exception, context)
    show_printed(console, played)
    say(console, "")


def _same_fault(one: Played, other: Played) -> bool:
    if one.verdict is not other.verdict:
        return False
    return (one.message, one.exception) == (other.message, other.exception)


def show_samples_played(console: Console, slug: str, file: str, *, passed: bool) -> None:
    """Print what it means that these were the samples: that they pass is no verdict."""
    command = shell_command(["judge", "submit", slug, file])
    if not passed:
        say(console, "Only the samples of the statement were played.")
    elif command:
        say(console, "Only the samples of the statement were played. All cases:")
        say_lines(console, [command])
