"""What `judge import` found: a table for people, one document for programs."""

from collections import Counter
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from judge import reports
from judge.cli.imported import Imported, Known
from judge.cli.render.console import say, say_text
from judge.cli.render.line import report_words
from judge.cli.render.verdict import STYLES
from judge.values import escape
from judge.verdict import Verdict

#: So many of the files that nobody can read are named.
MOST_UNREAD = 20
#: What stands where there is no verdict.
NONE = "-"
CODE_COLUMNS, GAP = 5, 2


def show_imported(console: Console, imported: Imported) -> None:
    """Print a line for each file of a problem, what is wrong with it, and the counts."""
    files = [escape(imported.name(one.path), 200) for one in imported.known]
    slugs = [escape(one.slug, 64) for one in imported.known]
    for one, slug, file in zip(imported.known, slugs, files, strict=True):
        code = one.report.verdict.value if one.report else NONE
        style = STYLES[one.report.verdict] if one.report else "dim"
        line = Text(f"{code:<{CODE_COLUMNS}}", style)
        line.append(_padded(slug, slugs), "bold")
        line.append(_padded(file, files), "")
        line.append(f"by {escape(one.found_by, 20)}", "dim")
        say_text(console, line)
        words = _words(one)
        if words:
            say(console, f"{'':<{CODE_COLUMNS}}{words}")
    for path, why in list(imported.unread.items())[:MOST_UNREAD]:
        say(
            console, f"{NONE:<{CODE_COLUMNS}}{escape(imported.name(path), 200)}: {escape(why, 300)}"
        )
    say(console, _counts(imported))


def _padded(cell: str, column: list[str]) -> str:
    return cell + " " * (max(map(cell_len, column)) - cell_len(cell) + GAP)


def _words(one: Known) -> str:
    """Return what is wrong with a file; empty where nothing is, or nothing is known."""
    if one.report is None or one.report.verdict is Verdict.ACCEPTED:
        return escape(one.error, 300)
    return report_words(one.report, one.interface)


def _counts(imported: Imported) -> str:
    verdicts = Counter(one.report.verdict for one in imported.known if one.report)
    parts = [f"{verdicts[verdict]:,} {verdict}" for verdict in Verdict if verdicts[verdict]]
    errors = sum(bool(one.error) for one in imported.known)
    parts += [f"{errors:,} not judged"] if errors else []
    judged = f" ({', '.join(parts)})" if parts else ""
    counts = [f"{len(imported.known):,} of problems here{judged}"]
    counts += [f"{len(imported.unknown):,} of none"] if imported.unknown else []
    counts += [f"{len(imported.unread):,} not read"] if imported.unread else []
    total = len(imported.known) + len(imported.unknown) + len(imported.unread)
    return f"{total:,} {'file' if total == 1 else 'files'}: {', '.join(counts)}"


def imported_json(imported: Imported) -> dict[str, Any]:
    """Return all that was found as plain JSON types."""
    return {
        "folder": str(imported.folder),
        "files": [
            {
                "file": imported.name(one.path),
                "problem": one.slug,
                "found_by": one.found_by,
                "error": one.error or None,
                "report": reports.to_json(one.report) if one.report else None,
            }
            for one in imported.known
        ],
        "unknown": _others(imported, imported.unknown),
        "unread": _others(imported, imported.unread),
    }


def _others(imported: Imported, others: dict[Path, str]) -> list[dict[str, str]]:
    return [{"file": imported.name(path), "reason": why} for path, why in others.items()]
