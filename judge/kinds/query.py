"""The kind `query`: one SELECT over the tables of a case, and what it cost in steps.

A step is an instruction of SQLite's virtual machine. Their number depends on the query, the rows
and the release of SQLite alone, so it is the same on every machine and in every run.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from judge import reduction
from judge.kinds.kind import (
    RIGHT,
    Arguments,
    Check,
    Flaw,
    GivenCase,
    Json,
    Kind,
    Look,
    Result,
    Rules,
    SentCase,
)
from judge.kinds.query_entry import read_tables, sample_reason, table_names, tables_of
from judge.kinds.rows import rows_message
from judge.kinds.views import tables_view
from judge.values import Interface, json_bytes
from judge.verdict import Verdict

#: Steps of a query, and of building its indexes, on a case that is not a scale case.
SMALL_STEPS = 2_000_000
#: Times the reference's steps that building indexes may take on a scale case.
INDEX_FACTOR = 10
PLAN_LINES = 200


def _signature(interface: Interface) -> str:
    tables = (f"{t['name']}({', '.join(t['columns'])})" for t in tables_of(interface))
    return f"{'; '.join(tables)} -> {', '.join(interface.own['answer'])}"


def _header(interface: Interface) -> Json:
    tables = [{"name": t["name"], "schema": t["schema"]} for t in tables_of(interface)]
    return {"kind": interface.kind, "tables": tables}


def _encode(interface: Interface, arguments: Arguments) -> bytes:
    """Send columns: a table as a list of rows takes three times the memory to decode."""
    return json_bytes(
        [
            [[row[place] for row in arguments[table["name"]]] for place in _places(table)]
            for table in tables_of(interface)
        ]
    )


def _places(table: Mapping[str, Any]) -> range:
    return range(len(table["columns"]))


def _decode(interface: Interface, sent: bytes) -> Json:
    named = zip(table_names(interface), json.loads(sent), strict=True)
    return {name: [list(row) for row in zip(*columns, strict=True)] for name, columns in named}


def _budget(interface: Interface, case: GivenCase) -> Mapping[str, Any]:
    steps, index_steps = _limits(interface, case)
    return {"steps": steps, "index_steps": index_steps}


def _limits(interface: Interface, case: GivenCase) -> tuple[int, int]:
    """Return the most steps of the query, and of building its indexes."""
    known = case.figures
    if case.size is None or "steps" not in known:
        return SMALL_STEPS, SMALL_STEPS
    return (
        int(interface.own["step_factor"] * known["steps"]),
        INDEX_FACTOR * max(known["index_steps"], known["steps"]),
    )


def _split(_interface: Interface, answer: Any) -> tuple[Any, Mapping[str, Any]]:
    """Return the rows, None where steps ran out, and what running the query cost."""
    match answer:
        case [list() | None as rows, int(steps), int(index_steps), list(plan), str(release)]:
            figures = {
                "steps": steps,
                "index_steps": index_steps,
                "plan": _plan(plan),
                "sqlite": release[:40],
            }
            return rows, figures
    return answer, {}


def _plan(lines: list[Any]) -> list[Json]:
    """Return the plan as a tree: each step with its text, table, rows and the steps below."""
    top: list[Json] = []
    below: dict[int, list[Json]] = {0: top}
    for line in lines[:PLAN_LINES]:
        match line:
            case [int(number), int(parent), str(text), str() | None as table, int() | None as rows]:
                steps: list[Json] = []
                step = {"text": text[:200], "table": table, "rows": rows, "below": steps}
                below.get(parent, top).append(step)
                below[number] = steps
    return top


def _check(
    interface: Interface, rules: Rules, case: GivenCase, value: Any, figures: Mapping[str, Any]
) -> Check:
    """Check the steps where these ran out, then the rows, then the steps."""
    if not figures or not isinstance(value, list | None):
        return Check(False, "the query gave no rows")
    costs = _too_dear(interface, case, figures)
    if value is None:
        return costs or Check(False, "the query gave no rows")
    if rules.name == "custom":
        sent = SentCase(table_names(interface), case.arguments_json, case.expected_json)
        check = rules.custom(sent, value)
        return costs or RIGHT if check.passed else check
    message = rows_message(case.expected, value, ordered=rules.name == "equal")
    if message is not None:
        return Check(False, message)
    return costs or RIGHT


def _too_dear(interface: Interface, case: GivenCase, figures: Mapping[str, Any]) -> Check | None:
    """Return the check that says how many steps too many were taken, or None."""
    most, most_for_indexes = _limits(interface, case)
    steps, index_steps, known = figures["steps"], figures["index_steps"], case.figures
    scans = "".join(f"; SCAN {table}: {rows:,} rows" for table, rows in _scans(figures["plan"]))
    if index_steps > most_for_indexes:
        message = f"building its indexes took over {most_for_indexes:,} steps"
        if case.size is not None:
            message += f", {INDEX_FACTOR} times what the reference needs"
    elif steps <= most:
        return None
    elif case.size is None:
        message = f"it took over {most:,} steps, the most on a small database{scans}"
    else:
        message = (
            f"it took over {interface.own['step_factor']:g} times the reference's "
            f"{known['steps']:,} steps: stopped after {steps:,}{scans}"
        )
    return Check(False, message, verdict=Verdict.TIME_LIMIT_EXCEEDED, clock="steps")


def _scans(plan: Iterable[Json]) -> list[tuple[str, int]]:
    """Return each table that is scanned as a whole, the largest first."""
    found: dict[str, int] = {}
    left = list(plan)
    while left:
        step = left.pop()
        left += step["below"]
        if step["table"] is not None and step["rows"]:
            found[step["table"][:60]] = step["rows"]
    return sorted(found.items(), key=lambda scan: -scan[1])[:3]


def _extras(interface: Interface, case: GivenCase, result: Result) -> Mapping[str, Any]:
    """Return what the query cost on the scale case, or where its steps ran out."""
    figures, known = result.figures, case.figures
    if not figures or (case.size is None and _too_dear(interface, case, figures) is None):
        return {}
    cost = {
        "steps": figures["steps"],
        "reference_steps": known.get("steps"),
        "index_steps": figures["index_steps"],
        "reference_index_steps": known.get("index_steps"),
        "step_factor": interface.own["step_factor"],
        "plan": figures["plan"],
        "reference_plan": known.get("plan", []),
        "sqlite": figures["sqlite"],
    }
    return {"cost": cost}


def _flaws(entry: Interface) -> Iterable[Flaw]:
    if entry.parameters or entry.methods:
        reason = "a query has neither parameters nor methods: its input is the tables"
        yield Flaw("entry", reason, "Remove them; describe the tables in [query]")
    if not entry.own:
        yield Flaw("query", "the tables are missing", "Write [query] with tables and answer")


def _sample_flaw(entry: Interface, arguments: Json, expected: Any) -> Flaw | None:
    reason = sample_reason(entry, arguments, expected)
    return None if reason is None else Flaw(*reason)


def _moves(interface: Interface) -> "Sequence[reduction.Move]":
    # Looked up when called: loading the moves takes long, and few submissions fail.
    return reduction.row_moves(table_names(interface))


_PLAN_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "text": {"type": "string"},
            "table": {"type": ["string", "null"]},
            "rows": {"type": ["integer", "null"]},
            "below": {"type": "array", "items": {"type": "object"}},
        },
    },
}
_COST_SCHEMA = {
    "type": "object",
    "description": "what a query cost, in steps of SQLite's virtual machine",
    "properties": {
        "steps": {"type": "integer"},
        "reference_steps": {"type": ["integer", "null"]},
        "index_steps": {"type": "integer"},
        "reference_index_steps": {"type": ["integer", "null"]},
        "step_factor": {"type": "number"},
        "plan": _PLAN_SCHEMA,
        "reference_plan": _PLAN_SCHEMA,
        "sqlite": {"type": "string"},
    },
}
NO_SECONDS = (
    "a query is judged by its steps, which are the same in every run: `judge submit` shows them "
    "beside the reference's"
)
QUERY = Kind(
    name="query",
    languages=("sql",),
    signature=_signature,
    header=_header,
    names=table_names,
    encode=_encode,
    decode=_decode,
    read=read_tables,
    flaws=_flaws,
    sample_flaw=_sample_flaw,
    budget=_budget,
    split=_split,
    check=_check,
    extras=_extras,
    schemas={"cost": _COST_SCHEMA},
    moves=_moves,
    view=tables_view,
    looks=frozenset({Look.LIVE, Look.SMALLER}),
    timed=False,
    refuses={
        "plot": "a query has no curve to draw: its steps are counted on one large database",
        "replay": "no test is written of a query; --input-file writes the tables that fail",
        "margins": NO_SECONDS,
        "mutants": "mutants are made of Python, and its solutions are SQL",
    },
)
