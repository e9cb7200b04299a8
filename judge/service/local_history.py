"""The history of the person whose host this is: what their own token had judged and run.

Their command line records nothing that a server on this machine has judged, and nobody else's
work comes in here. A history that cannot be written is told in the log, once.
"""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from judge import practice
from judge.problems import CachedCatalog, Problem
from judge.reports import Played, Report
from judge.settings import DATA_DIR
from judge.storage import LOCAL_OWNER, Task
from judge.submission import Submission

log = logging.getLogger("judge.history")


class LocalHistory:
    """Keeps events of the local owner; without a `history` none."""

    def __init__(self, history: practice.Events | None = None) -> None:
        self._history = history

    @staticmethod
    def of(environment: Mapping[str, str]) -> "LocalHistory":
        """Return the history that an environment names, unless it says that none is kept."""
        if environment.get("JUDGE_HISTORY", "").strip().casefold() == "off":
            return LocalHistory()
        return LocalHistory(practice.History(DATA_DIR.read(environment), log.warning))

    def judged(self, task: Task, report: Report, catalog: CachedCatalog) -> None:
        """Keep a report that has been written, if it is of the local owner's submission."""
        if self._history is None or task.owner != LOCAL_OWNER:
            return
        given = practice.Given(
            kind="submit",
            problem=task.problem,
            submission=Submission(task.source, task.problem, task.language),
            began=task.submitted_at,
            id=task.id,
        )
        try:
            problem = catalog.get(task.problem)
            practice.keep_judged(self._history, given, report, problem)
        except Exception as error:  # noqa: BLE001 - the report is written, and stays
            log.warning("submission %s is not recorded: %s", task.id, type(error).__name__)

    def ran(
        self,
        owner: str,
        began: float,
        submission: Submission,
        problem: Problem,
        runs: Sequence[tuple[dict[str, Any] | None, Sequence[Played]]],
    ) -> None:
        """Keep runs that have been played, each with its input, or None for the samples."""
        if self._history is None or owner != LOCAL_OWNER:
            return
        given = practice.Given(kind="run", problem=problem.slug, submission=submission, began=began)
        try:
            for arguments, played in runs:
                practice.keep_run(self._history, given, problem, played, arguments)
        except Exception as error:  # noqa: BLE001 - it is answered all the same
            log.warning("a run is not recorded: %s", type(error).__name__)
