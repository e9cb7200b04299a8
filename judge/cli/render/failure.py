"""The case that failed: its input, both answers, the exception, and what was printed."""

from typing import Any

from rich.console import Console
from rich.padding import Padding

from judge.cli.render.calls import call_rows, call_table
from judge.cli.render.console import ascii_only, say, say_lines
from judge.cli.render.context import GROUP_WORDS, ReportContext
from judge.cli.render.difference import answer_lines, first_parts
from judge.cli.render.figures import duration
from judge.cli.render.input import call_lines, input_line
from judge.cli.render.literals import short_literal
from judge.cli.render.rows import show_tables
from judge.cli.render.scenario import show_scenario
from judge.cli.render.source import (
    show_exception,
    show_printed,
    show_source_line,
    show_traceback,
)
from judge.cli.render.tree import ASCII, UNICODE, draw_arguments
from judge.kinds import CODE_POINTS, Calls, Scenario, Tables, Values, alike
from judge.notes import ExceptionInfo
from judge.records import replace
from judge.reports import CostlyCase, Failure, Played, view_of
from judge.values import escape, show
from judge.verdict import Verdict

TIMED_OUT = "It was here when time ran out"
COSTLY = "The cases that took most:"
LEAK = "Alone, this input passes: an earlier call leaves state behind."
#: What goes over these limits at one size does so at larger ones; a wrong answer need not.
GROWING = {Verdict.TIME_LIMIT_EXCEEDED, Verdict.MEMORY_LIMIT_EXCEEDED}


def show_failure(
    console: Console, verdict: Verdict, failure: Failure, context: ReportContext
) -> None:
    """Print why a submission failed, and on which input."""
    say(console, "")
    if verdict is Verdict.DOES_NOT_LOAD:
        _not_loading(console, failure, context)
    else:
        _not_passing(console, verdict, failure, context)
    show_printed(console, failure)


def show_case(
    console: Console, verdict: Verdict, case: Failure | Played, context: ReportContext
) -> None:
    """Print an input and both answers: call by call, or the answers below the input."""
    view = view_of(case, verdict, context.interface, exact=context.exact)
    if isinstance(view, Calls):
        _calls(console, view, verdict, case.exception, context)
        return
    if isinstance(view, Tables):
        show_tables(console, view, actual=verdict in (Verdict.WRONG_ANSWER, Verdict.ACCEPTED))
        return
    if isinstance(view, Scenario):
        show_scenario(console, view, results=verdict is not Verdict.RUN_TIME_ERROR)
        return
    strokes = ASCII if ascii_only(console) else UNICODE
    say_lines(console, draw_arguments(view, console.width - 2, strokes))
    if verdict is Verdict.ACCEPTED:
        say(console, f"  answer  {short_literal(view.actual)}")
    elif verdict is Verdict.WRONG_ANSWER:
        told = case.message_by == "judge" or CODE_POINTS in case.message
        _answers(console, view, context, told=told)
    elif verdict is Verdict.RUN_TIME_ERROR or isinstance(case, Played):
        _no_answer(console, view.expected, case.exception)


def _calls(
    console: Console,
    view: Calls,
    verdict: Verdict,
    exception: ExceptionInfo | None,
    context: ReportContext,
) -> None:
    raised = exception.type if exception is not None and verdict is Verdict.RUN_TIME_ERROR else ""
    rows = call_rows(view, raised)
    table = call_table(rows, ascii_only=ascii_only(console), one_of_many=not context.exact)
    console.print(Padding(table, (0, 0, 0, 2), expand=False))


def _answers(console: Console, view: Values, context: ReportContext, *, told: bool) -> None:
    lines = answer_lines(view.expected, view.actual, console.width - 2, mark=context.exact)
    say_lines(console, lines, ("green", "red"))
    where, one, other = first_parts(view.expected, view.actual)
    words = alike(one, other)
    # An older server's report of a package's own checker may not tell what a person cannot see.
    if words and not told:
        say(console, f"  {f'at {where} ' if where else ''}{words}")


def _no_answer(console: Console, expected: Any, exception: ExceptionInfo | None) -> None:
    instead = f"raised {escape(exception.type, 120)}" if exception is not None else "no answer"
    say_lines(console, [f"expected  {short_literal(expected)}", f"actual    {instead}"])


def _not_loading(console: Console, failure: Failure, context: ReportContext) -> None:
    say(console, escape(failure.message, 2_000))
    exception = failure.exception
    line = failure.line or (exception.line if exception is not None else None)
    show_source_line(console, line, failure.column, context)
    # One frame says no more than the line above; the way through several does.
    if exception is not None and exception.traceback.count("  File ") > 1:
        show_traceback(console, exception)


def _not_passing(
    console: Console, verdict: Verdict, failure: Failure, context: ReportContext
) -> None:
    if failure.arguments is not None:
        say(console, failure_title(verdict, failure), "bold")
        show_case(console, verdict, failure, context)
    # The message of a run-time error repeats the exception, which is shown below.
    repeats = failure.exception is not None and verdict is Verdict.RUN_TIME_ERROR
    if not repeats and (message := message_beside(verdict, failure, context)):
        say(console, f"  {escape(message, 2_000)}")
    if failure.costly:
        _listed(console, COSTLY, costly_lines(failure, context))
    if failure.state_leak:
        _listed(console, LEAK, leak_lines(failure, context))
    if failure.exception is None:
        show_source_line(console, failure.line, failure.column, context)
    title = TIMED_OUT if verdict is Verdict.TIME_LIMIT_EXCEEDED else ""
    show_exception(console, failure.exception, context, failure, title=title)


def _listed(console: Console, title: str, lines: list[str]) -> None:
    say(console, title, "bold")
    for line in lines:
        say(console, f"  {line}")


def message_beside(verdict: Verdict, case: Failure | Played, context: ReportContext) -> str:
    """Return the message without the two answers, where these stand whole above it."""
    if verdict is not Verdict.WRONG_ANSWER or case.message_by == "checker":
        return case.message
    if case.arguments is None or case.cut:
        return case.message
    if not isinstance(view_of(case, verdict, context.interface, exact=context.exact), Values):
        return case.message
    answers = f"expected {show(case.expected)}, got {show(case.actual)}"
    rest = case.message.removeprefix(answers)
    beside = not rest or rest.startswith(("; ", " ("))
    return rest.lstrip("; ") if beside else case.message


def failure_title(verdict: Verdict, failure: Failure) -> str:
    """Return which case the failure is of, and whether it is as small as it can be."""
    group = GROUP_WORDS.get(failure.group, escape(failure.group, 40))
    article = "an" if group[:1] in "aeiou" else "a"
    if failure.group == "met":
        return "It fails on an input that was met before"
    if failure.size is not None and verdict in GROWING:
        return f"The smallest size that fails ({group} case): n = {failure.size:,}"
    if failure.size is not None:
        return f"It fails on {article} {group} case, n = {failure.size:,}"
    if failure.minimal:
        return f"The smallest failing input (from {article} {group} case)"
    return f"A failing input ({group} case)"


def costly_lines(failure: Failure, context: ReportContext) -> list[str]:
    """Return the cases that took most of a run that was too long as a whole, a line each."""
    return [_costly_line(cost, failure, context) for cost in failure.costly]


def _costly_line(cost: CostlyCase, failure: Failure, context: ReportContext) -> str:
    reference = ""
    if cost.reference_cpu_seconds is not None:
        reference = f", reference {duration(cost.reference_cpu_seconds)}"
    seconds = cost.wall_seconds if failure.clock == "wall" else cost.cpu_seconds
    given = input_line(
        replace(failure, arguments=cost.arguments, size=cost.size, cut=cost.cut),
        context.interface,
    )
    place = f"{escape(cost.group, 40)} case {cost.index}"
    return f"{place}: {duration(seconds)}{reference}   {given}"


def leak_lines(failure: Failure, context: ReportContext) -> list[str]:
    """Return the two calls of a state leak; none where there is no leak."""
    if not failure.state_leak:
        return []
    calls = call_lines(failure, context.interface)
    return [f"call {number}: {call}" for number, call in enumerate(calls, 1)]
