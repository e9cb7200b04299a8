"""A failing case as JSON for the page: every text escaped, numbers as Python writes them.

A browser reads 5.0 as 5 and rounds what is beyond 2^53, so it could not show a wrong answer as it
is. The page places these texts and draws the pictures that they describe.
"""

from collections.abc import Sequence
from typing import Any

from judge.cli.render.calls import CallRow, call_rows
from judge.cli.render.context import ReportContext, report_context
from judge.cli.render.failure import (
    costly_lines,
    failure_title,
    leak_lines,
    message_beside,
)
from judge.cli.render.figures import figure_lines
from judge.cli.render.literals import literal, short_literal
from judge.cli.render.page_extras import extras_view
from judge.cli.render.page_measured import measured_view
from judge.cli.render.rows import cell_text, row_differs, tables_line
from judge.cli.render.scenario import THREADS, call_text, scenario_line
from judge.cli.render.tree import (
    Node,
    chain_texts,
    node_marks,
    read_tree,
    tree_levels,
    tree_outline,
)
from judge.cli.render.verdict import counts_line, isolation_line
from judge.kinds import Argument, Calls, Scenario, Shortened, Table, Tables, Values, View
from judge.notes import ExceptionInfo
from judge.problems import Problem
from judge.reports import Failure, Played, Report, unwritable, view_of
from judge.submission import Submission
from judge.values import Shape, escape
from judge.verdict import Verdict

#: A value's text, and what is printed; a picture's nodes, a table's rows and cells of one.
TEXT_CHARACTERS = 20_000
MOST_NODES = 63
MOST_LEVELS = 10
MOST_LINKS = 48
MOST_CHAINS = 12
LINKS_OF_MANY = 12
MOST_ROWS = 200
MOST_COLUMNS = 40
#: Columns of a tree that is written as an outline.
OUTLINE_WIDTH = 72
#: Larger pictures are told by their size.
TOLD_NODES = 15
SOURCE_CHARACTERS = 200


def report_view(report: Report, problem: Problem | None, submission: Submission) -> dict[str, Any]:
    """Return what the page shows of a report."""
    context = report_context(problem, submission, report)
    failure = report.failure
    case = {} if failure is None else _case(failure, report.verdict, context)
    figures = [line.partition(": ") for line in figure_lines(report)]
    return {
        **case,
        **({} if failure is None else _failure(failure, report.verdict, context)),
        "verdict": {"code": str(report.verdict), "words": report.verdict.words},
        "summary": escape(report.summary, 2_000),
        "counts": counts_line(report),
        "samples_printed": escape(report.stdout, TEXT_CHARACTERS, keep="\n\t"),
        "figures": [{"name": name, "text": text} for name, _, text in figures],
        **measured_view(report),
        **extras_view(report),
        "notes": [{"line": note.line, "text": escape(note.message, 600)} for note in report.notes],
        "isolation": isolation_line(report),
        "replay": context.replay or None,
        "savable": problem is not None
        and "replay" not in problem.kind.refuses
        and not unwritable(report),
    }


def _failure(failure: Failure, verdict: Verdict, context: ReportContext) -> dict[str, Any]:
    line, column = failure.place
    source = (context.source or "").split("\n")
    there = line is not None and 0 < line <= len(source)
    text = source[line - 1].strip() if line is not None and there else ""
    return {
        "title": "" if failure.arguments is None else failure_title(verdict, failure),
        "place": None
        if line is None
        else {"line": line, "column": column, "text": escape(text, SOURCE_CHARACTERS)},
        "costly": costly_lines(failure, context),
        "leak": leak_lines(failure, context),
    }


def played_view(played: Played, problem: Problem, submission: Submission) -> dict[str, Any]:
    """Return what the page shows of one input that was played."""
    return _case(played, played.verdict, report_context(problem, submission))


def _case(case: Failure | Played, verdict: Verdict, context: ReportContext) -> dict[str, Any]:
    exception = case.exception
    shown: dict[str, Any] = {}
    if case.arguments is not None:
        view = view_of(case, verdict, context.interface, exact=context.exact)
        shown = _shown(view, verdict, exception, context)
    return {
        "arguments": [],
        "expected": None,
        "actual": None,
        "difference": None,
        "calls": None,
        "tables": None,
        "threads": None,
        "alt": "",
        "exact": context.exact,
        "input": _input(case),
        **shown,
        "message": escape(message_beside(verdict, case, context), 2_000),
        "printed": escape(case.stdout, TEXT_CHARACTERS, keep="\n\t"),
        "printed_left_out": case.stdout_left_out,
        "printed_loading": escape(case.stdout_loading, TEXT_CHARACTERS, keep="\n\t"),
        "traceback": [] if exception is None else _traceback(exception),
    }


def _shown(
    view: View, verdict: Verdict, exception: ExceptionInfo | None, context: ReportContext
) -> dict[str, Any]:
    if isinstance(view, Calls):
        raised = exception is not None and verdict is Verdict.RUN_TIME_ERROR
        rows = call_rows(view, exception.type if exception is not None and raised else "")
        return {"calls": [_row(row) for row in rows], "alt": f"{view.total:,} calls"}
    if isinstance(view, Tables):
        tables = [_table(table) for table in (*view.tables, view.expected)]
        if view.actual is not None:
            actual = _table(view.actual)
            if verdict is Verdict.WRONG_ANSWER and context.exact:
                actual["wrong"] = _apart(view.expected, view.actual)
            tables.append(actual)
        return {"tables": tables, "alt": tables_line(view)}
    if isinstance(view, Scenario):
        results = verdict is not Verdict.RUN_TIME_ERROR
        before, *threads, after = (
            [call_text(call, results=results) for call in calls]
            for calls in (view.before, *view.threads[:THREADS], view.after)
        )
        calls = {"before": before, "threads": threads, "after": after}
        return {"threads": calls, "alt": scenario_line(view)}
    return _values(view, verdict, exception, context)


def _values(
    view: Values, verdict: Verdict, exception: ExceptionInfo | None, context: ReportContext
) -> dict[str, Any]:
    expected, actual = _text(view.expected), _text(view.actual)
    wrong = verdict is Verdict.WRONG_ANSWER
    if not wrong and verdict is not Verdict.ACCEPTED:
        instead = f"raised {escape(exception.type, 120)}" if exception is not None else "no answer"
        actual = {"text": instead}
    same = wrong and context.exact
    return {
        "arguments": [_argument(argument) for argument in view.arguments],
        "expected": expected,
        "actual": actual,
        "difference": difference(expected["text"], actual["text"]) if same else None,
        "alt": "; ".join(_alt(argument) for argument in view.arguments),
    }


def _argument(argument: Argument) -> dict[str, Any]:
    draw: dict[str, Any] | None = None
    value = argument.value
    if isinstance(value, list) and value and argument.shape is Shape.TREE:
        draw = _tree(read_tree(value), node_marks(argument))
    elif isinstance(value, list) and value and argument.shape is Shape.LINKED_LIST:
        draw = _chains([value])
    elif isinstance(value, list) and value and argument.shape is Shape.LINKED_LISTS:
        draw = _chains(value)
    found = {"name": escape(argument.name, 80), **_text(value), "draw": draw}
    return {**found, "cut": True} if argument.cut else found


def _chains(lists: list[Any]) -> dict[str, Any] | None:
    # A cut value may be no list, and its text says so.
    if not all(isinstance(one, list) for one in lists):
        return None
    # One list may fill the picture; of many, each shows its ends.
    most = MOST_LINKS if len(lists) == 1 else LINKS_OF_MANY
    chains = [chain_texts(one, most) for one in lists[:MOST_CHAINS]]
    return {"kind": "chains", "chains": chains, "left_out": len(lists) - len(chains)}


def _tree(nodes: list[Node], marks: dict[str, str]) -> dict[str, Any]:
    if len(nodes) > MOST_NODES or tree_levels(nodes) > MOST_LEVELS:
        return {"kind": "outline", "lines": tree_outline(nodes, marks, OUTLINE_WIDTH)}
    return {
        "kind": "tree",
        "nodes": [
            {
                "text": short_literal(node.value),
                "left": node.left,
                "right": node.right,
                "mark": escape(marks.get(repr(node.value), ""), 80),
            }
            for node in nodes
        ],
    }


def _input(case: Failure | Played) -> dict[str, str] | None:
    """Return the arguments as texts to put into fields again; None where one is not whole."""
    given = case.arguments
    if not isinstance(given, dict) or any(path.startswith("arguments") for path in case.cut):
        return None
    texts = {str(name): repr(value) for name, value in given.items()}
    whole = sum(map(len, texts.values())) <= TEXT_CHARACTERS
    # What `repr` leaves as it is, but people do not see, would be another value if it were escaped.
    plain = all(escape(text, len(text)) == text for text in (*texts, *texts.values()))
    return texts if whole and plain else None


def _text(value: Any) -> dict[str, Any]:
    """Return the whole text of a value, or the beginning of one that is nothing to read."""
    text = literal(value)
    if len(text) > TEXT_CHARACTERS:
        return {"text": text[:TEXT_CHARACTERS], "cut": True}
    return {"text": text, "cut": True} if isinstance(value, Shortened) else {"text": text}


def difference(expected: str, actual: str) -> list[dict[str, str]] | None:
    """Return where two texts part: what both begin and end with, and what is between these.

    None where they are equal.
    """
    if expected == actual:
        return None
    start = _common(expected, actual)
    end = _common(expected[start:][::-1], actual[start:][::-1])
    parts = [
        (expected[:start], "same"),
        (expected[start : len(expected) - end], "missing"),
        (actual[start : len(actual) - end], "extra"),
        (expected[len(expected) - end :], "same"),
    ]
    return [{"text": text, "mark": mark} for text, mark in parts if text]


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _row(row: CallRow) -> dict[str, Any]:
    return {
        "n": row.number,
        "call": row.call,
        "expected": row.expected,
        "actual": row.actual,
        "mark": "wrong" if row.marked else "",
    }


def _table(table: Table) -> dict[str, Any]:
    rows = [[cell_text(value) for value in row[:MOST_COLUMNS]] for row in table.rows[:MOST_ROWS]]
    return {
        "name": escape(table.name, 80),
        "columns": [escape(name, 40) for name in table.columns[:MOST_COLUMNS]],
        "rows": rows,
        "wrong": [],
        "count": len(table.rows),
        "text": escape(table.text, 400),
    }


def _apart(expected: Table, actual: Table) -> list[int]:
    """Return the places of the rows that differ from those in the same places."""
    rows = enumerate(actual.rows[:MOST_ROWS])
    return [place for place, row in rows if row_differs(expected.rows, place, row)]


def _alt(argument: Argument) -> str:
    """Return in words what is drawn of an argument."""
    name, value = escape(argument.name, 80), argument.value
    drawn = isinstance(value, list) and value and not argument.cut
    if drawn and argument.shape is Shape.TREE:
        return f"{name} is {_told_tree(read_tree(value), node_marks(argument))}"
    if drawn and argument.shape is Shape.LINKED_LIST:
        return f"{name} is a linked list of {len(value):,}: {short_literal(value)}"
    if drawn and argument.shape is Shape.LINKED_LISTS:
        lists = "a linked list" if len(value) == 1 else f"{len(value):,} linked lists"
        return f"{name} is {lists}: {short_literal(value)}"
    return f"{name} is {short_literal(value)}"


def _told_tree(nodes: Sequence[Node], marks: dict[str, str]) -> str:
    count = "a tree of one node" if len(nodes) == 1 else f"a tree of {len(nodes):,} nodes"
    if len(nodes) > TOLD_NODES:
        return count

    def told(place: int) -> str:
        mark = marks.get(repr(nodes[place].value))
        text = short_literal(nodes[place].value)
        return f"{text} ({escape(mark, 80)})" if mark else text

    sentences = []
    for place, node in enumerate(nodes):
        if node.left is not None and node.right is not None:
            sentences.append(
                f"{told(place)} with children {told(node.left)} and {told(node.right)}"
            )
        elif node.left is not None:
            sentences.append(f"{told(place)} with left child {told(node.left)}")
        elif node.right is not None:
            sentences.append(f"{told(place)} with right child {told(node.right)}")
    return f"{count}: {', '.join(sentences) or told(0)}"


def _traceback(exception: ExceptionInfo) -> list[str]:
    text = f"{escape(exception.type, 120)}: {escape(exception.message, 1_000)}".removesuffix(": ")
    lines = escape(exception.traceback, TEXT_CHARACTERS, keep="\n").rstrip().split("\n")
    return [*(line for line in lines if line), text] if lines[-1].strip() != text else lines
