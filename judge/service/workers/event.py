"""What the history of its owner is told of a submission, by the worker that has judged it.

It is made while the source is still there: of most owners it is not kept.
"""

import logging

from judge import practice
from judge.errors import JudgeError
from judge.problems import CachedCatalog
from judge.reports import Report
from judge.storage import Task
from judge.submission import Submission
from judge.verdict import Verdict

log = logging.getLogger("judge.worker")


def event_of_report(task: Task, report: Report, catalog: CachedCatalog) -> str | None:
    """Return the event of a report as a JSON document; None where it cannot be told.

    Its id is the submission's. Nothing that fails here is to cost the report.
    """
    try:
        submission = Submission(task.source, f"{task.problem}.py", task.language)
        given = practice.Given(
            kind="submit",
            problem=task.problem,
            submission=submission,
            began=task.submitted_at,
            id=task.id,
        )
        facts = practice.submit_facts(report, task.source)
        # A sample may fail after hidden cases were played.
        facts["failed_hidden"] = report.failure.hidden if report.failure is not None else None
        event = given.event(report.problem.version, report.verdict.value, facts)
        if report.verdict is Verdict.ACCEPTED:
            problem = catalog.get(task.problem)
            same = "known" if practice.is_known(submission, problem) else None
            event = event._replace(facts={**event.facts, "same_as": same})
    except (JudgeError, OSError, ValueError, RecursionError) as error:
        log.error("submission %s goes into no history: %s", task.id, type(error).__name__)
        return None
    return event.line().decode("ascii")
