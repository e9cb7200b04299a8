"""Write implementations.toml of a package of kind `tests`: which programs its suites are played on.

    python -m judge.authoring.implementations problems/test-lca

All accepted solutions of the base are right. Wrong are its solutions that small cases fail by a
wrong answer or an exception, and mutants of the accepted ones for which the same is true, drawn
with a fixed seed. What only a large input tells from a right one, no suite can be asked to find.
Hints that stand in the file already are kept.
"""

import hashlib
import json
import os
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from judge.events import result_of
from judge.execution import Sandboxes
from judge.kinds import IMPLEMENTATIONS, mutant_hint
from judge.languages import mutants
from judge.pipeline import judge
from judge.problems import Problem, load_package
from judge.records import replace
from judge.settings import Settings
from judge.submission import Submission, read_submission
from judge.verdict import Verdict

SEED = 1
MUTANTS = 20
#: Mutants of one file: programs that are nearly equal would count as many.
MOST_OF_ONE = 4
KILLS = {Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR}
FOLDERS = ("wrong_answer", "run_time_error")


def main(arguments: list[str]) -> int:
    """Write the file of each package that is named."""
    settings = Settings.from_environment(os.environ)
    settings = replace(settings, timing=False, search_examples=0)
    for name in arguments:
        folder = Path(name).resolve()
        table = tomllib.loads((folder / "problem.toml").read_text("utf-8"))
        solutions = folder.parent.parent / "solutions"
        slug = table["tests"]["base"]
        base = load_package(folder.parent / slug, solutions / slug)
        path = folder / IMPLEMENTATIONS
        hints = _hints(path)
        rows = list(chosen(base, settings))
        path.write_text(written(rows, hints), "utf-8")
        counts = Counter(kind for kind, _ in rows)
        sys.stdout.write(f"{path}: {counts['right']} right, {counts['wrong']} wrong\n")
    return 0


def chosen(base: Problem, settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield right and wrong, each with a row of the file."""
    accepted = sorted((base.solutions / "accepted").glob("*.py"))
    for path in accepted:
        yield "right", _row(base, path)
    with Sandboxes(base, settings) as sandboxes:
        for path in (p for name in FOLDERS for p in sorted((base.solutions / name).glob("*.py"))):
            if _is_killed(read_submission(str(path)), base, settings, sandboxes):
                yield "wrong", _row(base, path)
        drawn = [(path, one) for path in accepted for one in mutants(path.name, path.read_text())]
        random.Random(SEED).shuffle(drawn)  # noqa: S311 - a fixed choice, no secret
        taken: Counter[str] = Counter()
        lines: set[tuple[str, int]] = set()
        for path, one in drawn:
            if taken.total() == MUTANTS:
                return
            if taken[one.file] == MOST_OF_ONE or (one.file, one.number) in lines:
                continue
            changed = _changed(path.read_text(), one.source)
            source = Submission(one.source.encode(), one.file, "python")
            if changed is not None and _is_killed(source, base, settings, sandboxes):
                taken[one.file] += 1
                lines.add((one.file, one.number))
                line, text = changed
                hint = {"hint": mutant_hint(one.operator)}
                yield "wrong", {**_row(base, path), "line": line, "text": text, **hint}


def _row(base: Problem, path: Path) -> dict[str, Any]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {"file": path.relative_to(base.solutions).as_posix(), "sha256": digest}


def _changed(before: str, after: str) -> tuple[int, str] | None:
    """Return the line that a mutant changes and its new text; None where it changes several."""
    old, new = before.split("\n"), after.split("\n")
    number = next(place for place, line in enumerate(old) if line != new[place])
    more = len(new) - len(old)
    if more < 0 or old[number + 1 :] != new[number + 1 + more :]:
        return None
    return number + 1, "\n".join(new[number : number + 1 + more])


def _is_killed(source: Submission, base: Problem, settings: Settings, sandboxes: Sandboxes) -> bool:
    report = result_of(judge(source, base, settings, sandboxes))
    failure = report.failure
    return report.verdict in KILLS and failure is not None and failure.group != "scale"


def _hints(path: Path) -> dict[tuple[Any, ...], str]:
    if not path.exists():
        return {}
    table = tomllib.loads(path.read_text("utf-8"))
    return {_key(row): row["hint"] for row in table.get("wrong", []) if row.get("hint")}


def _key(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["file"], row.get("line"), row.get("text")


def written(rows: list[tuple[str, dict[str, Any]]], hints: dict[tuple[Any, ...], str]) -> str:
    """Return the file as text."""
    lines = [
        "# Written by `python -m judge.authoring.implementations`, which keeps the hints: what a",
        "# wrong one does, as the end of the sentence `one that survives ...`.",
    ]
    for kind, row in rows:
        shown = dict(row)
        if kind == "wrong":
            shown["hint"] = hints.get(_key(row), row.get("hint", ""))
        lines += ["", f"[[{kind}]]"]
        # A JSON string of printable text is one of TOML too.
        lines += [f"{name} = {json.dumps(value)}" for name, value in shown.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
