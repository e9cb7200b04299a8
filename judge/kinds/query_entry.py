"""The table `[query]` of problem.toml: the tables of a case, and the columns of the answer."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from judge.kinds.kind import Flaw, Json
from judge.values import Interface

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_FIELDS = {"answer", "step_factor", "tables"}
_TYPES: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "REAL": (int, float), "TEXT": (str,)}
#: The most times the reference's steps that a package may allow.
MOST_FACTOR = 1000.0


def read_tables(table: Any) -> tuple[Json, list[Flaw]]:
    """Read `[query]`; return tables with their columns and schema, the answer, the factor."""
    if not isinstance(table, dict):
        return {}, [Flaw("query", "it is not a table", "Write [query]")]
    flaws = [
        Flaw(f"query.{name}", "there is no such field", "Remove it, or mend its name")
        for name in sorted(table.keys() - _FIELDS)
    ]
    factor = table.get("step_factor", 10.0)
    if not _is_number(factor) or not 1 <= factor <= MOST_FACTOR:
        mend = f"Write a number from 1 to {MOST_FACTOR:g}"
        flaws.append(Flaw("query.step_factor", f"{factor!r} is no factor", mend))
    answer = table.get("answer")
    if not _is_names(answer):
        mend = 'Write answer = ["name", "total"]'
        flaws.append(Flaw("query.answer", "it is no list of columns", mend))
    tables: list[Json] = []
    given = table.get("tables")
    for name, columns in given.items() if isinstance(given, dict) else ():
        reason = _columns_reason(name, columns)
        if reason is None:
            tables.append(_table(name, columns))
        else:
            mend = 'Write tables.users = ["id INTEGER PRIMARY KEY", "name TEXT NOT NULL"]'
            flaws.append(Flaw(f"query.tables.{name}", reason, mend))
    if not isinstance(given, dict) or not given:
        mend = 'Write tables.users = ["id INTEGER PRIMARY KEY"]'
        flaws.append(Flaw("query.tables", "there are no tables", mend))
    if flaws:
        return {}, flaws
    return {"answer": answer, "step_factor": float(factor), "tables": tables}, []


def tables_of(interface: Interface) -> Sequence[Mapping[str, Any]]:
    """Return the tables: each with its name, its columns, their types, and its schema."""
    tables: Sequence[Mapping[str, Any]] = interface.own.get("tables", ())
    return tables


def table_names(interface: Interface) -> tuple[str, ...]:
    """Return the names of the tables, in order."""
    return tuple(table["name"] for table in tables_of(interface))


def sample_reason(
    interface: Interface, arguments: Json, expected: Any
) -> tuple[str, str, str] | None:
    """Return the field of a sample that is impossible, why, and what to do; None if none is."""
    for table in tables_of(interface):
        reason = rows_reason(table, arguments[table["name"]])
        if reason is not None:
            return "arguments", f"{table['name']}: {reason}", "Write the rows of each table"
    width = len(interface.own.get("answer", ()))
    rows = expected if isinstance(expected, list) else [None]
    if not all(isinstance(row, list) and len(row) == width for row in rows):
        return "expected", f"it is no list of rows of {width} values", "Write the rows"
    return None


def rows_reason(table: Mapping[str, Any], rows: Any) -> str | None:
    """Return why rows do not fit a table, or None."""
    if not isinstance(rows, list):
        return "it is no list of rows"
    kinds = [(*_TYPES[kind], type(None)) if null else _TYPES[kind] for kind, null in table["types"]]
    for number, row in enumerate(rows):
        if not isinstance(row, list) or len(row) != len(kinds):
            return f"row {number} has not {len(kinds)} values"
        for name, value, kind in zip(table["columns"], row, kinds, strict=True):
            if type(value) not in kind:
                return f"row {number}: {name} cannot be {value!r}"
    return None


def _table(name: str, columns: Sequence[str]) -> Json:
    words = [column.split() for column in columns]
    return {
        "name": name,
        "columns": [word[0] for word in words],
        "types": [[word[1], len(word) == 2] for word in words],
        "schema": f"CREATE TABLE {name}({', '.join(columns)})",
    }


def _columns_reason(name: str, columns: Any) -> str | None:
    if not _NAME.fullmatch(name):
        return f"{name!r} is no name in small letters, digits and underscores"
    if not isinstance(columns, list) or not columns:
        return "it is no list of columns"
    for column in columns:
        words = column.split() if isinstance(column, str) else []
        well = len(words) >= 2 and _NAME.fullmatch(words[0]) and words[1] in _TYPES
        if not well or words[2:] not in ([], ["NOT", "NULL"], ["PRIMARY", "KEY"]):
            return f"{column!r} is no column: a name, {', '.join(_TYPES)}, NOT NULL or PRIMARY KEY"
    return None


def _is_names(value: Any) -> bool:
    if not isinstance(value, list) or not value:
        return False
    return all(isinstance(name, str) and name.strip() for name in value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
