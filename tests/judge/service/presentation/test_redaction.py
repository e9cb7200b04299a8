import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.events import (
    CaseJudged,
    CorpusVerdict,
    Event,
    Searching,
    Shrinking,
    Started,
    Timing,
    TimingWaits,
)
from judge.notes import ExceptionInfo, Note
from judge.reports.report import (
    Cases,
    Failure,
    GroupCount,
    Growth,
    Growths,
    Isolation,
    Ladder,
    Limits,
    Memory,
    Mend,
    ProblemRef,
    Report,
    Runtime,
    SubmissionRef,
    to_json,
)
from judge.service.presentation.redaction import redact, redact_event
from judge.service.settings import Hidden
from judge.service.workers.messages import WorkerMessage
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
        notes=[Note(code="x", message=INPUT, by="submission")],
        isolation=Isolation(tier="full"),
        judge_version="test",
    )


LEVELS = (Hidden.COUNTEREXAMPLE, Hidden.VERDICT)


@pytest.mark.parametrize(
    ("hidden", "minimal"),
    [(Hidden.VERDICT, True), (Hidden.VERDICT, False), (Hidden.COUNTEREXAMPLE, False)],
)
def test_nothing_carries_a_hidden_input_out(hidden: Hidden, minimal: bool) -> None:
    """Not the arguments, a print, an exception's type or line, nor our own sentences."""
    seen = redact(report(minimal=minimal), hidden)
    assert INPUT not in json.dumps(to_json(seen))
    assert seen.failure is not None
    assert (seen.failure.line, seen.failure.column) == (None, None)
    assert seen.verdict is Verdict.WRONG_ANSWER


def test_a_counterexample_made_here_is_shown_without_prints() -> None:
    """It is no case of the package; prints, earlier calls and remarks may be of others."""
    seen = redact(report(minimal=True), Hidden.COUNTEREXAMPLE)
    assert seen.failure is not None
    assert (seen.failure.arguments, seen.failure.stdout) == ({"s": INPUT}, "")
    assert seen.failure.calls is None
    assert seen.notes == []


@pytest.mark.parametrize("hidden", LEVELS)
def test_a_sample_whose_program_knew_hidden_cases_is_hidden(hidden: Hidden) -> None:
    """The samples are played again at the end, and a program may then say anything."""
    seen = redact(report(group="sample"), hidden)
    assert INPUT not in json.dumps(to_json(seen))


@pytest.mark.parametrize("hidden", Hidden)
def test_a_sample_is_no_secret(hidden: Hidden) -> None:
    """The statement shows it anyway, and its program knew nothing else."""
    whole = report(group="sample", hidden=False)
    seen = redact(whole, hidden)
    assert seen.failure == whole.failure
    assert INPUT in seen.summary


def test_in_full_everything_is_shown() -> None:
    """As on the command line."""
    assert redact(report(), Hidden.FULL) == report()


def test_a_counterexample_takes_nothing_from_an_accepted_report() -> None:
    """There is no failing case."""
    whole = replace(report(), verdict=Verdict.ACCEPTED, failure=None)
    assert redact(whole, Hidden.COUNTEREXAMPLE) == whole


def test_an_accepted_report_of_verdicts_has_no_figures() -> None:
    """Time and memory are the submission's choice, hundreds of bits of it."""
    whole = replace(report(), verdict=Verdict.ACCEPTED, failure=None, **FIGURES)
    seen = redact(whole, Hidden.VERDICT)
    assert (seen.runtime, seen.growth, seen.memory, seen.ladder, seen.mend) == (None,) * 5
    assert (seen.notes, seen.extras) == ([], {})
    assert seen.summary == "accepted: all 9 cases passed"
    assert seen.cases.passed == 4


@pytest.mark.parametrize("hidden", LEVELS)
def test_why_the_judge_failed_stays_with_the_host(hidden: Hidden) -> None:
    """Its error may name the input on which a reference or a checker failed."""
    seen = redact(replace(report(group="sample"), verdict=Verdict.INTERNAL_ERROR), hidden)
    assert INPUT not in json.dumps(to_json(seen))


FIGURES: Any = {
    "mend": Mend(changed=7, smallest=2, rewritten=True),
    "memory": Memory(peak_bytes=77_777, method="cgroup"),
    "runtime": Runtime(ratio=7.7, low=7.0, high=8.0, cpu_seconds=0.7, reference_cpu_seconds=0.1),
    "growth": Growths(time=Growth(measured="7")),
    "ladder": Ladder(rank=7, of=9, rungs=[]),
    "stdout": "printed",
    "extras": {"score": 7},
}
NUMBERS = st.integers(0, 999)
REPORTS = st.builds(
    lambda failed, passed, seconds, told, figured: replace(
        report(
            group=failed,
            size=passed,
            call=passed,
            line=passed,
            cut=[failed],
            minimal=told,
            state_leak=told,
            message=failed,
        ),
        summary=failed,
        notes=[Note(failed, failed, passed)],
        cases=Cases(
            total=999,
            passed=passed,
            groups={
                "sample": GroupCount(total=3, passed=2 + told),
                "edge": GroupCount(total=996, passed=passed),
                **({"live": GroupCount(total=passed + 1, passed=passed)} if told else {}),
            },
        ),
        limits=Limits(
            cpu_seconds=seconds,
            wall_seconds=2 * seconds,
            memory_bytes=1,
            output_bytes=1,
            close_call=told,
            least_cpu_seconds=1.0,
            least_wall_seconds=3.0,
        ),
        **(FIGURES if figured else {}),
    ),
    st.sampled_from(["sample", "edge", "generated", "scale", "live"]),
    NUMBERS,
    st.floats(1, 99),
    st.booleans(),
    st.booleans(),
)


@given(REPORTS, REPORTS)
def test_a_verdict_tells_nothing_beside_itself(one: Report, other: Report) -> None:
    """Two failures of one verdict give one report, whatever a submission has chosen."""
    assert redact(one, Hidden.VERDICT) == redact(other, Hidden.VERDICT)


def test_every_field_of_a_report_has_been_thought_of() -> None:
    """Whoever adds one says here whether a submission can choose it, and redacts it then."""
    constant = {"report_version", "problem", "submission", "isolation", "judge_version"}
    verdicts = {"verdict", "summary", "cases", "failure", "notes", "limits"}
    assert {one.name for one in fields(Report)} == constant | verdicts | FIGURES.keys()


EVENTS = [
    CaseJudged("edge", 7, True, 7, 9),
    CorpusVerdict(Verdict.WRONG_ANSWER),
    Searching(7, 9),
    Shrinking(7),
    TimingWaits(7, 7.7),
    Timing(7, 9),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_no_event_of_playing_is_sent_where_verdicts_are_shown(event: Event) -> None:
    """Not even its moment: a program may sleep a chosen time in each case."""
    message = WorkerMessage.from_event("id", 1, 1, event)
    assert message is not None
    assert redact_event(message, Hidden.VERDICT) is None
    assert redact_event(message, Hidden.COUNTEREXAMPLE) == message


def test_the_start_is_told_without_counts() -> None:
    """It is the same for every submission."""
    message = WorkerMessage.from_event("id", 1, 1, Started("lca", 7, "full"))
    assert message is not None
    seen = redact_event(message, Hidden.VERDICT)
    assert seen is not None
    assert seen.data == {"slug": "lca", "tier": "full"}
