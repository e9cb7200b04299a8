"""`judge verify --mutants` for people and for scripts: what survived, as readable diffs."""

from typing import Any

from rich.console import Console
from rich.text import Text

from judge.authoring import Fate, MutationReport, Tried
from judge.cli.console import say, say_text
from judge.values import safe

STYLES = {"+": "green", "-": "red", "@": "cyan"}


def show_strength(console: Console, strength: MutationReport) -> None:
    """Print the counts of one package, every survivor as a diff, every entry that is not true."""
    counts = ", ".join(f"{len(strength.having(fate))} {fate}" for fate in Fate)
    line = Text("ok    " if strength.ok else "WEAK  ", "green" if strength.ok else "bold red")
    line.append(f"{strength.slug}: {len(strength.tried)} mutants: {counts}", "default")
    say_text(console, line)
    for tried in strength.having(Fate.SURVIVED):
        _show_survivor(console, strength.slug, tried)
    for entry in strength.stale:
        say(console, f"      stale in equivalent.toml: {safe(entry, 400)}", "bold red")


def _show_survivor(console: Console, slug: str, tried: Tried) -> None:
    mutant = tried.mutant
    place = f"{slug}/accepted/{safe(mutant.file, 100)}:{mutant.number}"
    nth = f" (nth = {mutant.nth})" if mutant.nth > 1 else ""
    say(console, f"      survived: {place}: {mutant.operator}{nth}", "bold")
    for line in mutant.diff.splitlines()[2:]:
        text = safe(line, 400, keep="\t")
        say_text(console, Text(f"      {text}", STYLES.get(line[:1], "")))


def strength_json(strength: MutationReport) -> dict[str, Any]:
    """Return the JSON form of one package's strength."""
    return {
        "problem": strength.slug,
        "ok": strength.ok,
        "mutants": len(strength.tried),
        "fates": {fate.value: len(strength.having(fate)) for fate in Fate},
        "survivors": [_json(tried) for tried in strength.having(Fate.SURVIVED)],
        "equivalents": [_json(tried) for tried in strength.having(Fate.EQUIVALENT)],
        "stale": list(strength.stale),
    }


def _json(tried: Tried) -> dict[str, Any]:
    mutant = tried.mutant
    return {
        "file": mutant.file,
        "number": mutant.number,
        "operator": mutant.operator,
        "line": mutant.line,
        "becomes": mutant.becomes,
        "nth": mutant.nth,
        "reason": tried.how if tried.fate is Fate.EQUIVALENT else None,
        "diff": mutant.diff,
    }
