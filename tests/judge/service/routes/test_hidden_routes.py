"""No route of a host that hides cases holds what a program has learned of one."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from judge.events import CaseJudged, CorpusVerdict, Shrinking
from judge.notes import Note
from judge.problems.catalog import load_problem
from judge.reports.report import Failure, JudgingEvent, Report, Runtime, VerdictKnown
from judge.service.settings import Hidden
from judge.submission import Submission
from judge.testing import FakeJudge, accepted
from judge.verdict import Verdict
from tests.judge.service.apps import SERVICE, SOURCE, client_of

MARK = "zqxjkvwy"
ROUTES = (
    "/v1/submissions",
    "/v1/submissions/{id}",
    "/v1/submissions/{id}/events",
    "/v1/submissions/{id}/source",
    "/v1/submissions/{id}/pytest",
    "/v1/history",
    "/v1/history/{id}",
    "/v1/progress",
    "/v1/due",
    "/v1/next",
    "/metrics",
)
EVENTS: list[JudgingEvent] = [
    *(CaseJudged("edge", at, True, at, 97) for at in range(13)),
    CorpusVerdict(Verdict.WRONG_ANSWER),
    Shrinking(13),
]
RUNTIME = Runtime(ratio=0.5, low=0.4, high=0.6, cpu_seconds=1.0, reference_cpu_seconds=2.0)


def telling() -> Report:
    """Return a report with a hidden input wherever a submission has a say."""
    plain = accepted(Submission(b"pass", "lca.py"), load_problem("lca"))
    failure = Failure(
        group="sample",
        arguments={"n": 1},
        expected=1,
        actual=MARK,
        message=MARK,
        stdout=MARK,
        flags=[Verdict.WRONG_ANSWER],
    )
    notes = [Note(MARK, MARK, by="submission")]
    verdict = Verdict.WRONG_ANSWER
    return replace(plain, verdict=verdict, summary=MARK, failure=failure, notes=notes)


@pytest.mark.parametrize("hidden", [Hidden.COUNTEREXAMPLE, Hidden.VERDICT])
def test_no_route_holds_what_a_program_has_learned(
    hidden: Hidden, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the answer to a submission nor what is asked for later, nor the log."""
    caplog.set_level(logging.DEBUG)
    fake = FakeJudge(telling(), EVENTS)
    with client_of(tmp_path, fake, service=replace(SERVICE, hidden=hidden)) as client:
        answer = client.post("/v1/submissions?wait=true", json=SOURCE)
        assert answer.json()["report"]["verdict"] == "WA"
        id_ = answer.json()["id"]
        texts = [client.get(route.format(id=id_)).text for route in ROUTES]
        texts.append(client.get(f"/v1/submissions/{id_}", headers={"Accept": "text/plain"}).text)
        assert texts[-1].startswith("WA")
    assert not [text for text in (answer.text, *texts, caplog.text) if MARK in text]


def test_a_stream_of_verdicts_says_only_that_judging_began(tmp_path: Path) -> None:
    """The numbers of its events are the same for every submission, too."""
    fake = FakeJudge(telling(), EVENTS)
    fake.gate.clear()
    lines = []
    with client_of(tmp_path, fake, service=replace(SERVICE, hidden=Hidden.VERDICT)) as client:
        id_ = client.post("/v1/submissions", json=SOURCE).json()["id"]
        with client.stream("GET", f"/v1/submissions/{id_}/events") as answer:
            for line in answer.iter_lines():
                lines.append(line)
                if line == "event: started":
                    fake.gate.set()
    events = [line for line in lines if line.startswith(("event:", "id:"))]
    assert [line for line in events if "queued" not in line and line != "id: 0-0"] == [
        "event: started",
        "id: 1-1",
        "event: report",
        "id: end",
    ]


def test_a_first_report_holds_no_more_than_the_last(tmp_path: Path) -> None:
    """It is redacted before anybody can ask for it."""
    fake = FakeJudge(telling(), [VerdictKnown(telling())])
    fake.gate.clear()
    hosted = replace(SERVICE, hidden=Hidden.COUNTEREXAMPLE)
    with client_of(tmp_path, fake, service=hosted) as client:
        id_ = client.post("/v1/submissions", json=SOURCE).json()["id"]
        with client.stream("GET", f"/v1/submissions/{id_}/events") as answer:
            lines = []
            for line in answer.iter_lines():
                lines.append(line)
                if line == "event: known":
                    fake.gate.set()
    assert "event: known" in lines
    assert MARK not in "".join(lines)


@pytest.mark.parametrize("hidden", Hidden)
def test_a_list_holds_a_figure_only_where_reports_do(hidden: Hidden, tmp_path: Path) -> None:
    """How fast it was is one that a submission can choose."""
    fake = FakeJudge(replace(telling(), runtime=RUNTIME))
    with client_of(tmp_path, fake, service=replace(SERVICE, hidden=hidden)) as client:
        client.post("/v1/submissions?wait=true", json=SOURCE)
        [line] = client.get("/v1/submissions").json()["submissions"]
    assert line["ratio"] == (None if hidden is Hidden.VERDICT else 0.5)


@pytest.mark.parametrize("hidden", Hidden)
def test_a_large_file_of_the_package_is_no_input_of_ones_own(
    hidden: Hidden, tmp_path: Path
) -> None:
    """Hidden cases are read from it: a run would print it."""
    run = {
        "problem": "top-active-users",
        "source": "def top_active_users(log, now): ...",
        "input": {"log": {"data": "events-8.log"}, "now": 5},
    }
    fake = FakeJudge()
    with client_of(tmp_path, fake, service=replace(SERVICE, hidden=hidden)) as client:
        answer = client.post("/v1/runs", json=run)
    assert answer.status_code == (200 if hidden is Hidden.FULL else 422)
    assert bool(fake.inputs) is (hidden is Hidden.FULL)
