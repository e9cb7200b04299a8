"""One file to judge, and how its report is shown: what `judge submit` and `judge replay` share."""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from judge import cli, client, reports
from judge.cli import interpreter, render
from judge.cli.options import console_on, is_live, print_json
from judge.records import dataclass, replace

if TYPE_CHECKING:
    from rich.console import Console

    from judge.cli.setup import Setup
    from judge.problems import Problem
    from judge.reports import Report
    from judge.submission import Submission


#: Seconds by which the clock on the wall may differ from one that nobody sets, over one command.
MOVED_SECONDS = 5.0


class Moment:
    """When a source was given, by the clock on the wall and by one that nobody sets."""

    def __init__(self) -> None:
        self.wall, self._steady = time.time(), _steady()

    def moved(self) -> bool:
        """Whether the clock on the wall was set since."""
        passed = _steady() - self._steady
        return abs(time.time() - self.wall - passed) > MOVED_SECONDS


class Given:
    """A source that was given to a command of that kind, from the moment at which it was."""

    def __init__(self, kind: str, slug: str, submission: "Submission") -> None:
        self.kind, self.slug, self.submission, self.began = kind, slug, submission, Moment()


def _steady() -> float:
    """Return seconds by a clock that goes on while the machine sleeps, where there is one."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


@dataclass(frozen=True, slots=True)
class Request:
    """What is judged, where, and in which form the report is printed: text, line or json.

    `problem` is None where only the server knows it.
    """

    slug: str
    problem: "Problem | None"
    form: str = "text"
    server: str | None = None
    timing: bool = False
    #: The report goes to standard error: standard output is wanted for something else.
    aside: bool = False
    #: Inputs met before are left out.
    fresh: bool = False

    def answer(
        self,
        setup: "Setup",
        submission: "Submission",
        keep: "Callable[[Report], object]" = lambda _report: None,
    ) -> "Report":
        """Judge a submission, print the report and return it.

        People see the verdict before the submission is timed. `keep` is called once for each
        verdict that was shown, though timing it is interrupted. Raises `JudgeError`.
        """
        if self.server is not None or self.problem is None:
            url = self.server or ""
            loopback = client.is_loopback(url)
            token = setup.token(loopback=loopback)
            report = client.submit(submission, self.slug, url, token)
            self._print(report, submission)
            if not loopback:  # that server keeps it itself
                keep(report)
            return report
        shown: list[Report] = []

        def early(known: "Report") -> None:
            if self.form == "text":
                render.show_verdict(self._console(), known, self._context(submission, known))
                shown.append(known)

        met_dir = setup.met_dir() if not self.fresh else None
        settings = replace(setup.settings(), timing=self.timing, met_dir=met_dir)
        # A report is printed before the sandboxes are closed, which takes its time.
        with interpreter.sandboxes_of(self.problem, settings) as sandboxes:
            try:
                steps = setup.judge.judge(submission, self.problem, settings, sandboxes)
                report = cli.follow(
                    steps, sys.stderr, live=is_live(sys.stderr), early=early, idle=self._prepare
                )
                self._print(report, submission, shown[-1] if shown else None)
            except BaseException:
                if shown:
                    keep(shown[-1])
                raise
            keep(report)
        return report

    def _prepare(self) -> None:
        """Import what draws a report: while the large cases are played, that takes no time."""
        if self.form == "text":
            _ = self._console(), render.show_report

    def _console(self) -> "Console":
        return console_on(sys.stderr if self.aside else sys.stdout)

    def _context(self, submission: "Submission", report: "Report") -> "render.ReportContext":
        return render.report_context(self.problem, submission, report)

    def _print(
        self, report: "Report", submission: "Submission", shown: "Report | None" = None
    ) -> None:
        """Print a report; `shown` is the one whose verdict people have seen already."""
        if self.form == "json":
            print_json(reports.to_json(report))
        elif self.form == "line":
            interface = self.problem.interface if self.problem is not None else None
            click.echo(render.report_line(report, submission.name, interface))
        elif shown is None:
            render.show_report(self._console(), report, self._context(submission, report))
        elif shown.verdict == report.verdict:
            render.show_measured(self._console(), report, self._context(submission, report))
        else:
            render.show_changed(self._console(), report, self._context(submission, report))
