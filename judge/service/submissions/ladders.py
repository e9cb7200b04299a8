"""How fast the solutions of a package are, as far as an owner's own reports have told."""

from collections.abc import Iterator
from itertools import chain

from judge import practice
from judge.reports import Report
from judge.service.histories.practised import Practised
from judge.service.submissions.dispatcher import Dispatcher
from judge.storage import Submissions
from judge.verdict import Verdict

#: Submissions that are looked through for one that was timed.
MOST_LOOKED = 50


class Ladders:
    """Finds the newest report of an owner's that places it among the solutions."""

    def __init__(
        self, practised: Practised, submissions: Submissions, dispatcher: Dispatcher
    ) -> None:
        self._practised = practised
        self._submissions = submissions
        self._dispatcher = dispatcher

    def rungs(self, owner: str, problem: str) -> dict[str, float]:
        """Return ratios by the solutions' names, as far as this host shows them; or none."""
        kept = map(self._dispatcher.shown, self._practised.accepted_reports(owner, problem))
        return practice.rungs_of(chain(kept, self._judged(owner, problem)))

    def _judged(self, owner: str, problem: str) -> Iterator[Report]:
        # A history on a server keeps no reports.
        for row in self._submissions.page(owner, MOST_LOOKED, None, problem):
            report = self._dispatcher.report(row) if row.verdict is Verdict.ACCEPTED else None
            if report is not None:
                yield report
