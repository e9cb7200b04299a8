"""The report against the contract's page: exactly these names, and JSON that reads back."""

import json
import subprocess
import sys
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.notes import ExceptionInfo, Note
from judge.reports.reader import ReportError, read_report
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
    Point,
    ProblemRef,
    Report,
    Rung,
    Runtime,
    SubmissionRef,
    to_json,
)
from judge.values.json_form import to_json as answer_json
from judge.verdict import Verdict
from tests.answers import DECODED

#: The names of the contract, written out once more on purpose: a rename breaks scripts.
SHAPE: dict[str, Any] = {
    "report_version": 1,
    "problem": {"slug", "version"},
    "submission": {"language", "sha256", "bytes", "language_version"},
    "verdict": "WA",
    "summary": "s",
    "cases": {"total", "passed", "groups"},
    "failure": {
        "group",
        "arguments",
        "expected",
        "actual",
        "message",
        "minimal",
        "exception",
        "clock",
        "flags",
        "cut",
        "call",
        "message_by",
        "size",
        "line",
        "column",
        "state_leak",
        "calls",
        "stdout",
        "stdout_left_out",
        "stdout_loading",
        "whole_run",
        "costly",
        "passes_alone",
        "index",
        "hidden",
    },
    "notes": [],
    "runtime": {"ratio", "low", "high", "cpu_seconds", "reference_cpu_seconds", "points"},
    "growth": {"time", "memory"},
    "memory": {"peak_bytes", "reference_peak_bytes", "method"},
    "limits": {
        "cpu_seconds",
        "wall_seconds",
        "memory_bytes",
        "output_bytes",
        "close_call",
        "run_cpu_seconds",
        "run_wall_seconds",
        "least_cpu_seconds",
        "least_wall_seconds",
    },
    "ladder": {"rank", "of", "rungs"},
    "mend": {"changed", "smallest", "rewritten"},
    "isolation": {"tier", "missing"},
    "judge_version": "1",
    "stdout": "",
}


def report(**changes: Any) -> Report:
    """Return a report with every part filled."""
    growth = Growth(
        measured="n log n",
        also_consistent_with=["n"],
        reference="n",
        declared="n",
        agrees=True,
    )
    parts: dict[str, Any] = {
        "problem": ProblemRef(slug="lca", version="0" * 16),
        "submission": SubmissionRef(language="python", sha256="a" * 64, bytes=512),
        "verdict": Verdict.WRONG_ANSWER,
        "summary": "wrong answer on a sample case",
        "cases": Cases(total=3, passed=1, groups={"sample": GroupCount(total=3, passed=1)}),
        "failure": Failure(
            group="sample",
            arguments={"root": [1, 2], "p": 1, "q": 2},
            expected=1,
            actual=2,
            message="expected 1, got 2",
            exception=ExceptionInfo(type="IndexError", message="m", line=12, traceback="t"),
            flags=[Verdict.WRONG_ANSWER],
        ),
        "notes": [Note(code="top_level_failure", message="m", line=40)],
        "runtime": Runtime(
            ratio=1.07,
            low=1.04,
            high=1.1,
            cpu_seconds=0.2,
            reference_cpu_seconds=0.19,
            points=[Point(n=1000, cpu_seconds=0.1, reference_cpu_seconds=0.1)],
        ),
        "growth": Growths(time=growth, memory=growth),
        "memory": Memory(peak_bytes=1, reference_peak_bytes=2, method="cgroup"),
        "limits": Limits(cpu_seconds=1, wall_seconds=3, memory_bytes=2**28, output_bytes=2**24),
        "ladder": Ladder(rank=2, of=6, rungs=[Rung(name="reference", ratio=1.0)]),
        "mend": Mend(changed=3, smallest=2, rewritten=False),
        "isolation": Isolation(tier="full", missing=[]),
        "judge_version": "1.0",
    }
    return Report(**(parts | changes))


def wire(made: Report) -> str:
    """Return what a front-end sends: ASCII, for a lone surrogate has no other form."""
    return json.dumps(to_json(made), allow_nan=False)


def test_the_names_are_those_of_the_contract() -> None:
    """At the top and one level down, no more and no fewer, in the contract's order."""
    sent = json.loads(wire(report()))
    assert list(sent) == list(SHAPE)
    for name, inside in SHAPE.items():
        if isinstance(inside, set):
            assert set(sent[name]) == inside, name
        else:
            assert type(sent[name]) is type(inside), name


def test_the_names_further_down_are_those_of_the_contract() -> None:
    """Exceptions, notes, points, growth, rungs, counts."""
    sent = json.loads(wire(report()))
    assert set(sent["failure"]["exception"]) == {"type", "message", "line", "traceback", "depth"}
    assert set(sent["notes"][0]) == {"code", "message", "line", "by"}
    assert set(sent["runtime"]["points"][0]) == {"n", "cpu_seconds", "reference_cpu_seconds"}
    growth = {"measured", "also_consistent_with", "reference", "declared", "agrees"}
    growth |= {"inputs", "comparison"}
    assert set(sent["growth"]["time"]) == set(sent["growth"]["memory"]) == growth
    assert set(sent["ladder"]["rungs"][0]) == {"name", "ratio"}
    assert set(sent["cases"]["groups"]["sample"]) == {"total", "passed"}


def test_verdicts_are_sent_as_their_codes() -> None:
    """Not as names of an enumeration."""
    sent = json.loads(wire(report()))
    assert sent["verdict"] == "WA"
    assert sent["failure"]["flags"] == ["WA"]


@pytest.mark.parametrize(
    "name", ["failure", "runtime", "growth", "memory", "limits", "ladder", "mend"]
)
def test_what_was_not_measured_is_null(name: str) -> None:
    """Present and null, so that a reader need not ask whether the name is there."""
    sent = json.loads(wire(report(**{name: None})))
    assert sent[name] is None


def test_a_report_reads_back_as_it_was() -> None:
    """A server's answer is the command line's report."""
    made = report()
    assert read_report(json.loads(wire(made))) == made
    assert read_report(to_json(made)) == made


@given(DECODED, st.text(st.characters(), max_size=20))
def test_a_report_holds_any_answer_and_any_text(value: Any, text: str) -> None:
    """Lone surrogates, not-a-numbers and odd types included: all of it is hostile."""
    failure = Failure(
        group="live",
        arguments={"n": answer_json(value)},
        expected=answer_json(value),
        actual=answer_json(value),
        message=text,
        stdout=text,
        calls=[answer_json(value)],
        exception=ExceptionInfo(type=text, message=text, traceback=text),
        flags=[Verdict.RUN_TIME_ERROR, Verdict.WRONG_ANSWER],
    )
    made = report(failure=failure)
    assert read_report(json.loads(wire(made))) == made


def test_lone_surrogates_survive_the_wire() -> None:
    """A submission may raise or return them; a report that cannot be sent would be our failure."""
    made = report(summary="\ud800", notes=[Note(code="x", message="\udfff")])
    again = read_report(json.loads(wire(made)))
    assert again.summary == "\ud800"
    assert again == made


def test_a_report_is_frozen() -> None:
    """What was judged stays judged."""
    with pytest.raises(FrozenInstanceError):
        report().verdict = Verdict.ACCEPTED  # type: ignore[misc]  # that it cannot be


def changed(path: str, value: Any) -> dict[str, Any]:
    """Return a report's document with another value at a dotted path."""
    document: dict[str, Any] = json.loads(wire(report()))
    *way, last = path.split(".")
    inner = document
    for step in way:
        inner = inner[step]
    inner[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("verdict", "OK"),
        ("report_version", 2),
        ("isolation.tier", "none"),
        ("failure.clock", "sun"),
        ("failure.cut", "arguments"),
        ("failure.call", "third"),
        ("cases.groups.sample", 3),
        ("problem", None),
    ],
)
def test_what_the_contract_does_not_know_is_refused(path: str, value: Any) -> None:
    """The error names the field, for whoever wrote the document."""
    with pytest.raises(ReportError, match=path):
        read_report(changed(path, value))


@pytest.mark.parametrize("document", [None, [], "a", {}])
def test_a_document_of_another_kind_is_no_report(document: Any) -> None:
    """One error, whatever came in a report's place."""
    with pytest.raises(ReportError):
        read_report(document)


def with_more(value: Any) -> Any:
    """Return a document of which every object has one field more."""
    if isinstance(value, dict):
        return {**{name: with_more(inner) for name, inner in value.items()}, "later": {"x": 1}}
    return [with_more(inner) for inner in value] if isinstance(value, list) else value


def test_fields_of_a_later_judge_are_ignored() -> None:
    """At every level, so that a new field breaks no older client and no stored row."""
    document = json.loads(wire(report()))
    more = with_more(document)
    for hostile in ("arguments", "expected", "actual", "calls"):
        more["failure"][hostile] = document["failure"][hostile]
    del more["cases"]["groups"]["later"]  # groups are named by the judge, not by the contract
    read = read_report(more)
    assert replace(read, extras={}) == report()
    assert read.extras == {"later": {"x": 1}}  # a kind of problem has fields of its own there


def test_a_report_without_the_newer_fields_is_read() -> None:
    """An older server and the rows that it stored have no `cut` and no `call`."""
    document = json.loads(wire(report()))
    del document["failure"]["cut"], document["failure"]["call"]
    assert read_report(document) == report()


def test_the_core_loads_no_pydantic_and_nothing_that_measures() -> None:
    """Each takes as long to import as judging a small corpus, and a verdict is waited for."""
    probe = (
        "import sys, judge.pipeline, judge.reports.build, judge.reports.replay\n"
        "from judge import reports\n"
        "reports.to_json, reports.Report, reports.VerdictKnown, reports.view_of\n"
        "print([name in sys.modules for name in ('pydantic', 'judge.measurement.curve')])\n"
        "reports.read_report\n"
        "print('pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[False, False]", "True"]
