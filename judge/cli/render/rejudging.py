"""The preview of a rejudging: verdicts before by verdicts now."""

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from judge.cli.render.console import say
from judge.values import escape

#: Changes that are listed; --json has all.
MOST_LISTED = 40


def show_rejudging(console: Console, found: Mapping[str, Any]) -> None:
    """Print what judging again has found, or changed."""
    slug, judged = found["problem"], sum(one["count"] for one in found["verdicts"])
    why = f": {escape(found['why'], 200)}" if found["why"] else ""
    say(console, f"{slug} judged again since {found['began_at'][:16].replace('T', ' ')} UTC{why}")
    say(console, ", ".join(_counts(found, judged)) + ".")
    if found["verdicts"]:
        console.print(_table(found["verdicts"]), soft_wrap=not console.is_terminal)
    for one in found["changes"][:MOST_LISTED]:
        say(console, f"{one['id']}  {escape(one['owner'], 64)}  {one['before']} -> {one['after']}")
    more = len(found["changes"]) - MOST_LISTED
    if more > 0:
        say(console, f"... and {more} more; --json has them all")
    _say_next(console, found, slug)


def _counts(found: Mapping[str, Any], judged: int) -> list[str]:
    words = {
        "waiting": "wait",
        "stopped": "are stopped",
        "failed": "failed by the judge's own fault",
        "without_source": "left out, since their source is not kept",
    }
    rest = [f"{found[name]} {said}" for name, said in words.items() if found[name]]
    return [f"{judged} done", *rest]


def _table(verdicts: list[Mapping[str, Any]]) -> Table:
    after = sorted({one["after"] for one in verdicts})
    counts = {(one["before"], one["after"]): one["count"] for one in verdicts}
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("before \\ now")
    for name in after:
        table.add_column(name, justify="right")
    for before in sorted({one["before"] for one in verdicts}):
        cells = [counts.get((before, name), 0) for name in after]
        table.add_row(Text(before), *(Text(str(one) if one else ".") for one in cells))
    return table


def _say_next(console: Console, found: Mapping[str, Any], slug: str) -> None:
    if "changed" in found:
        say(console, f"Changed: {found['changed']}. The reports before are kept.")
    elif found["waiting"]:
        say(console, f"The service's workers do it. Look again: judge rejudge {slug}")
    elif found["changes"]:
        say(console, f"Nothing is changed yet. To change them: judge rejudge {slug} --apply")
    else:
        say(console, "Nothing would change.")
