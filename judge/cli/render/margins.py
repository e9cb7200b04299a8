"""What people read about a package's distance from its time limit."""

from rich.console import Console
from rich.text import Text

from judge.authoring import LEAST_SLOW, MOST_ACCEPTED, Margins
from judge.cli.console import say, say_text
from judge.values import safe


def show_margins(console: Console, margins: Margins) -> None:
    """Print one package's distance from its time limit, on both sides of it."""
    line = Text()
    line.append("ok    " if margins.ok else "THIN  ", "green" if margins.ok else "bold red")
    line.append(f"{margins.slug}: ")
    accepted, slow = margins.accepted, margins.slow
    line.append(
        f"accepted need {accepted.share:.2f} of a limit at most ({safe(accepted.name, 80)})"
    )
    if slow is not None:
        least = "at least " if slow.share >= LEAST_SLOW else ""
        line.append(f", slow ones {least}{slow.share:.2f} ({safe(slow.name, 80)})")
    say_text(console, line)
    if not margins.ok:
        wanted = f"at most {MOST_ACCEPTED:.2f} and at least {LEAST_SLOW:.2f} of the limit"
        say(console, f"      wanted: {wanted}; change time_factor, floor_seconds or scales()")
