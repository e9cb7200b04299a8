"""The fields that kinds add to a report, as JSON for the page: a schedule, a score, a cost."""

from dataclasses import asdict
from itertools import islice
from typing import Any

from judge.cli.render.cost import LINES, is_stopped, plan_steps, steps_line
from judge.cli.render.scenario import schedule_of
from judge.cli.render.score import FIRST, score_of
from judge.reports import Report


def extras_view(report: Report) -> dict[str, Any]:
    """Return schedule, score and cost of a report; None for each that it does not have."""
    schedule, score = schedule_of(report), score_of(report)
    return {
        "schedule": None if schedule is None else asdict(schedule),
        "score": None if score is None else {**asdict(score), "first": FIRST},
        "cost": _cost(report),
    }


def _cost(report: Report) -> dict[str, Any] | None:
    cost = report.extras.get("cost")
    if not isinstance(cost, dict):
        return None
    plans = [("your plan", "plan"), ("the reference's plan", "reference_plan")]
    return {
        "text": steps_line(cost, stopped=is_stopped(report)).removeprefix("cost: "),
        "plans": [
            {
                "name": title,
                "steps": [
                    {"depth": depth, "text": text}
                    for depth, text in islice(plan_steps(cost.get(name)), LINES)
                ],
            }
            for title, name in plans
        ],
    }
