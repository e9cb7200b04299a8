"""A host's results as a table: rows of plain values, and CSV that opens safely in spreadsheets."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from judge.storage.database import Database
from judge.storage.moments import utc_text
from judge.storage.results import Result, attempts_in, results_of
from judge.storage.tokens import Tokens

#: What makes a spreadsheet read a cell as a formula (OWASP, CSV injection), in full width too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
COLUMNS = ("candidate", "problem", "verdict", "attempts", "ratio", "growth", "accepted_at")

ResultRow = dict[str, Any]


def result_rows(database: Database) -> list[ResultRow]:
    """Return a row for each candidate and problem, with the columns and `owner`.

    `candidate` is the name of the owner's token, a stranger's text; `accepted_at` is in UTC as ISO
    8601 has it, or None. Raises `StoreError`.
    """
    names = Tokens(database).names()
    found = results_of(attempts_in(database))
    return [_row(one, names.get(one.owner, one.owner)) for one in found]


def _row(found: Result, name: str) -> ResultRow:
    at = found.accepted_at
    return {
        "candidate": name,
        "owner": found.owner,
        "problem": found.problem,
        "verdict": found.verdict.value,
        "attempts": found.attempts,
        "ratio": found.ratio,
        "growth": found.growth,
        "accepted_at": None if at is None else utc_text(at),
    }


def results_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV; every cell is quoted, and no spreadsheet takes one for a formula."""
    written = io.StringIO()
    # Quoted whole: where the separator is a semicolon, one in a name would begin a cell.
    table = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows([_cell(row[name]) for name in COLUMNS] for row in rows)
    return written.getvalue()


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
