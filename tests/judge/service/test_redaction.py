import json
from dataclasses import replace
from typing import Any

import pytest

from judge.notes import ExceptionInfo, Note
from judge.reports.report import (
    Cases,
    Failure,
    Isolation,
    ProblemRef,
    Report,
    SubmissionRef,
    to_json,
)
from judge.service.redaction import redact
from judge.service.settings import Hidden
from judge.verdict import Verdict

INPUT = "the-hidden-input"


def report(**changes: Any) -> Report:
    """Return a report whose every text of the submission's holds the hidden input."""
    failure = Failure(
        group="generated",
        arguments={"s": INPUT},
        expected=INPUT,
        actual=INPUT,
        message=f"not {INPUT}",
        flags=[Verdict.WRONG_ANSWER],
        stdout=INPUT,
        line=7,
        column=3,
        calls=[INPUT],
        exception=ExceptionInfo(type=INPUT, message=INPUT, traceback=INPUT),
    )
    return Report(
        problem=ProblemRef(slug="lca", version="v"),
        submission=SubmissionRef(language="python", sha256="0", bytes=1),
        verdict=Verdict.WRONG_ANSWER,
        summary=f"wrong answer on {INPUT}",
        cases=Cases(total=9, passed=4, groups={}),
        failure=replace(failure, **changes),
        notes=[Note(code="x", message=INPUT)],
        isolation=Isolation(tier="full"),
        judge_version="test",
    )


@pytest.mark.parametrize(
    ("hidden", "minimal"),
    [(Hidden.VERDICT, True), (Hidden.VERDICT, False), (Hidden.COUNTEREXAMPLE, False)],
)
def test_nothing_carries_a_hidden_input_out(hidden: Hidden, minimal: bool) -> None:
    """Not the arguments, a print, an exception's type or line, nor our own sentences."""
    seen = redact(report(minimal=minimal), hidden)
    assert INPUT not in json.dumps(to_json(seen))
    assert seen.failure is not None
    assert (seen.failure.line, seen.failure.column, seen.failure.group) == (None, None, "generated")
    assert (seen.verdict, seen.cases.passed) == (Verdict.WRONG_ANSWER, 4)


def test_a_counterexample_made_here_is_shown_without_prints() -> None:
    """It is no case of the package; what was printed may be of other calls."""
    seen = redact(report(minimal=True), Hidden.COUNTEREXAMPLE).failure
    assert seen is not None
    assert (seen.arguments, seen.stdout) == ({"s": INPUT}, "")


@pytest.mark.parametrize("hidden", Hidden)
def test_a_sample_is_no_secret(hidden: Hidden) -> None:
    """The statement shows it anyway."""
    whole = report(group="sample")
    assert redact(whole, hidden) == whole


def test_in_full_everything_is_shown() -> None:
    """As on the command line."""
    assert redact(report(), Hidden.FULL) == report()


@pytest.mark.parametrize("hidden", Hidden)
def test_an_accepted_report_has_nothing_to_hide(hidden: Hidden) -> None:
    """There is no failing case."""
    whole = replace(report(), failure=None)
    assert redact(whole, hidden) == whole
