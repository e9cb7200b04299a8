"""What is offered after a verdict: follow-ups and the editorial, or a hint for who is stuck."""

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from judge.cli import render
from judge.cli.options import console_on
from judge.cli.practised import Practised, note_practice
from judge.verdict import Verdict

if TYPE_CHECKING:
    from judge.cli.setup import Setup
    from judge.problems import Problem
    from judge.reports import Report


def note_and_offer(
    setup: "Setup", problem: "Problem | None", report: "Report", *, silent: bool
) -> None:
    """Remember a verdict on a problem, and unless `silent` print what may come next."""
    if problem is None:
        return
    folder = setup.data_dir()
    known = Practised().after(report.verdict)
    with suppress(OSError):  # nobody has asked for it to be remembered
        known = note_practice(folder, problem.slug, lambda before: before.after(report.verdict))
    if silent:
        return
    if report.verdict is Verdict.ACCEPTED:
        render.show_follow_ups(console_on(sys.stdout), problem)
    elif known.stuck:
        render.show_help(console_on(sys.stdout), problem, known.hints)
