"""A report as one text: the terminal's own page, without colours, for whoever asks over HTTP."""

import io

from judge.cli.render.console import open_page
from judge.cli.render.context import report_context
from judge.cli.render.verdict import show_report
from judge.problems import Problem
from judge.reports import Report
from judge.submission import Submission


def report_text(
    report: Report, problem: Problem | None, submission: Submission, width: int, *, ascii_only: bool
) -> str:
    """Return a report in lines folded at `width`; `ascii_only` draws without box characters."""
    encoding = "ascii" if ascii_only else "utf-8"
    with io.TextIOWrapper(io.BytesIO(), encoding, errors="backslashreplace", newline="\n") as page:
        show_report(open_page(page, width), report, report_context(problem, submission, report))
        page.seek(0)
        return page.read()
