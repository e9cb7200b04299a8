"""Hidden means hidden: what a program learns of a hidden case reaches nobody, at any level.

Each hidden input carries a marker, as text and as a number. Programs carry it out by every road
that they have; the same programs run beside another marker, and a host that shows verdicts alone
must answer the same both times.
"""

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from judge.cli.render import report_text
from judge.events import Event, result_of
from judge.execution.sandboxes import Sandboxes
from judge.pipeline import judge
from judge.problems.problem import Problem
from judge.reports.replay import pytest_file, unwritable
from judge.reports.report import Report, VerdictKnown, to_json
from judge.service.presentation.redaction import redact, redact_event
from judge.service.settings import Hidden
from judge.service.workers.messages import WorkerMessage
from judge.submission import Submission
from judge.testing import build_problem
from judge.verdict import Verdict
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")

STRATEGIES = """
from hypothesis import strategies as st

TEXT, NUMBER = "{text}", {number}


def edges():
    return [{{"text": TEXT, "n": NUMBER}}, {{"text": TEXT + "!", "n": NUMBER}}]


def generated():
    return st.fixed_dictionaries(
        {{"text": st.text("ab", max_size=4).map(lambda end: TEXT + end), "n": st.just(NUMBER)}}
    )


def scales():
    yield 3000, {{"text": TEXT * 300, "n": NUMBER}}


def validate(arguments):
    return None if isinstance(arguments["text"], str) else "text is no text"
"""

#: What each program begins with. `right` is the answer; `first` is the first hidden input, which
#: the program has once it has met one.
HEAD = """
import os, sys, time
SEEN, COUNT = [], [0]
SAMPLES = ("", "sample")

def right(text, n):
    return n + len(text)

def meet(text, n):
    COUNT[0] += 1
    if text not in SAMPLES:
        SEEN.append((text, n))
    return SEEN[0] if SEEN else None
"""


@dataclass(frozen=True)
class Road:
    """A program that carries a marker out.

    `open`: whether the marker shows in the report of a host that hides nothing; else it is in a
    number, a time or a choice.
    """

    name: str
    body: str
    open: bool = True


def road(name: str, *lines: str, open: bool = True) -> Road:  # noqa: A002 - as the field's name
    """Return a program of these lines, which run once a hidden input was met."""
    body = [
        "def keeper(text, n):",
        "    first = meet(text, n)",
        "    if first and text not in SAMPLES:",
        *(f"        {line}" for line in lines),
        "    return right(text, n)",
    ]
    return Road(name, "\n".join(body), open)


def again(name: str, *lines: str) -> Road:
    """Return a program that is right on all cases, until it is asked a sample once more."""
    body = [
        "def keeper(text, n):",
        "    first = meet(text, n)",
        "    if first and text in SAMPLES:",
        *(f"        {line}" for line in lines),
        "    return right(text, n)",
    ]
    return Road(name, "\n".join(body))


ROADS = (
    again("sample-answer", "return first[1]"),
    again("sample-exception", "raise type(first[0], (Exception,), {})(first[0])"),
    again("sample-print", "print(first[0]); return 0"),
    road("answer", "return first[1]"),
    road("foreign-type", "return type(first[0], (), {})()"),
    road("exception", "raise type(first[0], (Exception,), {})(first[1])"),
    road("print", "print(first[0]); sys.stderr.write(str(first[1])); return 0"),
    road("exit", "print(first[0], flush=True); sys.exit(first[0])"),
    road("signal", "os._exit(first[1] % 100)", open=False),
    road("forbidden", "open('/etc/' + first[0], 'w')"),
    road("allocation", "bytearray(first[1] * 10)"),
    road("memory", "kept = b'x' * (first[1] % 64 << 20); return 0", open=False),
    road("sleep", "time.sleep(first[1] % 7 / 50); return 0", open=False),
    road("verdict", "return 0 if first[1] % 2 else 1 / 0", open=False),
    road("time", "while first[1] % 2: pass", "return 0", open=False),
    road(
        "line",
        "code = chr(10) * (first[1] % 19) + 'raise ValueError'",
        "exec(compile(code, __file__, 'exec'))",
        open=False,
    ),
    road("count", "if len(SEEN) > first[1] % 13: return 0", open=False),
    road("large", "if len(text) > 999: raise ValueError(first[0])"),
    road("leak", "if len(SEEN) == 2: return 0"),
    road(
        "late",  # an edge case ends so, and no fresh input
        "if len(SEEN) > 20 and not any('!' in seen for seen, _ in SEEN):",
        "    raise ValueError(first[0])",
    ),
    road("accepted", "print(first)", open=False),
    road("state", "if len(SEEN) > 1: return first[1]"),
)
QUICK = {"sample-exception", "sample-answer", "exception", "leak", "late", "count", "accepted"}
MARKERS = (("zqxjkvwy", 918_273_645), ("yvwkxjqz", 546_372_818))


def package(folder: Path, text: str, number: int) -> Problem:
    """Write `keeper(text, n)`, whose hidden inputs all carry a marker."""
    return build_problem(
        folder,
        "def keeper(text: str, n: int) -> int: ...",
        "def keeper(text, n): return n + len(text)\n",
        [({"text": "", "n": 1}, 1), ({"text": "sample", "n": 2}, 8)],
        strategies=STRATEGIES.format(text=text, number=number),
        limits={"memory_mib": 128, "floor_seconds": 0.3},
    )


def submission_of(road: Road) -> Submission:
    return Submission(f"{HEAD}\n{road.body}\n".encode(), "own.py")


class Host:
    """Judges on the package of one marker."""

    def __init__(self, folder: Path, text: str, number: int, shrink_calls: int) -> None:
        self.marks = (text, str(number))
        practice = Practice(folder, package(folder, text, number))
        self.problem = practice.problem
        self.settings = replace(practice.settings, timing=False, shrink_calls=shrink_calls)
        self.sandboxes = Sandboxes(self.problem, self.settings)

    def judged(self, road: Road) -> tuple[Report, list[Event | VerdictKnown]]:
        submission = submission_of(road)
        happened: list[Event | VerdictKnown] = []
        steps = judge(submission, self.problem, self.settings, self.sandboxes)
        return result_of(steps, happened.append), happened

    def written(self, report: Report, road: Road) -> str:
        """Return what people read of a report, and the test of its counterexample."""
        own = submission_of(road)
        page = report_text(report, self.problem, own, 80, ascii_only=False)
        if unwritable(report):
            return page
        return page + pytest_file(self.problem, own, "keeper", report, Path("test_own.py"))

    def in_text(self, text: str) -> bool:
        """Whether a text holds a part of the marker that is no accident."""
        return any(mark[at : at + 6] in text for mark in self.marks for at in (0, len(mark) - 6))


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Host]]:
    # The first makes no input smaller, so that its full reports hold whatever was carried out.
    made = [
        Host(tmp_path_factory.mktemp("host"), *marker, shrink_calls=calls)
        for marker, calls in zip(MARKERS, (0, 500), strict=True)
    ]
    yield made
    for host in made:
        host.sandboxes.close()


def document(report: Report, level: Hidden) -> dict[str, Any]:
    """Return a report as a client sees it, without what names package and source."""
    shown = to_json(redact(report, level))
    del shown["submission"]
    del shown["problem"]
    for clock in ("cpu", "wall"):  # by the time that the reference took on this corpus
        del shown["limits"][f"run_{clock}_seconds"]
    return shown


def stream(events: list[Event | VerdictKnown], level: Hidden) -> list[WorkerMessage]:
    """Return the events that a client is sent, each that there was."""
    every = (WorkerMessage.from_event("id", 1, serial, one) for serial, one in enumerate(events, 1))
    return [shown for one in every if one and (shown := redact_event(one, level))]


@pytest.mark.parametrize(
    "road",
    [
        pytest.param(one, id=one.name, marks=[] if one.name in QUICK else [pytest.mark.slow])
        for one in ROADS
    ],
)
def test_no_marker_comes_out(
    road: Road, hosts: list[Host], caplog: pytest.LogCaptureFixture
) -> None:
    """By answer, exception, prints, lines, time, memory, choice, or samples that come again.

    Where only verdicts are shown, the answer is the same for both markers wherever the verdict is.
    """
    caplog.set_level(logging.DEBUG)
    answers: dict[Any, Any] = {}
    streams = []
    for host in hosts:
        report, events = host.judged(road)
        if road.open and host is hosts[0]:
            assert host.in_text(json.dumps(document(report, Hidden.FULL)))
        assert not host.in_text(json.dumps(document(report, Hidden.COUNTEREXAMPLE)))
        for level in (Hidden.COUNTEREXAMPLE, Hidden.VERDICT):
            assert not host.in_text(host.written(redact(report, level), road))
        shown = document(report, Hidden.VERDICT)
        assert not host.in_text(json.dumps(shown))
        failure = report.failure
        key = failure and (tuple(failure.flags), failure.clock)
        assert answers.setdefault((report.verdict, key), shown) == shown
        streams.append(stream(events, Hidden.VERDICT))
        assert not host.in_text(caplog.text)
    assert streams[0] == streams[1]
    assert [message.name for message in streams[0]][-1:] == ["started"]


@pytest.mark.parametrize("level", Hidden)
def test_a_failing_sample_is_shown_whole(level: Hidden, hosts: list[Host]) -> None:
    """At every level: it was played before any hidden case, in a program that knew none."""
    said = road_of("def keeper(text, n):\n    print('mine', text)\n    raise KeyError(text)")
    report, _ = hosts[0].judged(said)
    failure = redact(report, level).failure
    assert failure is not None
    assert report.verdict is Verdict.RUN_TIME_ERROR
    assert (failure.arguments, failure.stdout) == ({"text": "", "n": 1}, "mine \n")
    assert failure.exception is not None
    assert failure.exception.type in redact(report, level).summary


@pytest.mark.parametrize("level", Hidden)
def test_what_does_not_load_is_told(level: Hidden, hosts: list[Host]) -> None:
    """A source that is not sent any case has nothing to carry out."""
    for source in ("def keeper(text, n)", "raise OSError('mine')", "\x00"):
        report, _ = hosts[0].judged(road_of(source))
        shown = redact(report, level)
        assert shown.verdict is Verdict.DOES_NOT_LOAD
        assert shown.summary == report.summary
        assert shown.failure == report.failure


def road_of(body: str) -> Road:
    return Road("own", body)
