"""A report or a run as one text: the terminal's own page, without colours, for HTTP."""

import io
from collections.abc import Callable, Sequence

from rich.console import Console

from judge.cli.render.console import open_page, say
from judge.cli.render.context import report_context
from judge.cli.render.played import show_played
from judge.cli.render.verdict import show_report
from judge.problems import Problem
from judge.reports import Played, Report
from judge.submission import Submission


def report_text(
    report: Report, problem: Problem | None, submission: Submission, width: int, *, ascii_only: bool
) -> str:
    """Return a report in lines folded at `width`; `ascii_only` draws without box characters."""
    context = report_context(problem, submission, report)
    return _page(lambda page: show_report(page, report, context), width, ascii_only=ascii_only)


def run_text(
    played: Sequence[Played],
    problem: Problem,
    submission: Submission,
    width: int,
    *,
    ascii_only: bool,
) -> str:
    """Return the inputs of a run, each beside the reference, in lines folded at `width`."""
    context = report_context(problem, submission)

    def show(page: Console) -> None:
        for number, one in enumerate(played):
            show_played(page, one, context, played[:number])
        if all(one.group == "sample" for one in played):
            say(page, "Only the samples of the statement were played.")

    return _page(show, width, ascii_only=ascii_only)


def _page(show: Callable[[Console], None], width: int, *, ascii_only: bool) -> str:
    encoding = "ascii" if ascii_only else "utf-8"
    with io.TextIOWrapper(io.BytesIO(), encoding, errors="backslashreplace", newline="\n") as page:
        show(open_page(page, width))
        page.seek(0)
        return page.read()
