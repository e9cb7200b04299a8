"""What a submission has failed on once is played after the samples next time."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from judge.practice import met_on, new_event
from judge.practice.met import meet
from judge.problems.corpus import corpus_path, load_corpus
from judge.problems.problem import Problem
from tests.judge.cli.command import invoke_on
from tests.packages import LED, largest, staff

#: Wrong where all numbers are below zero.
WRONG = (
    "def largest(nums):\n    best = 0\n    for n in nums: best = max(best, n)\n    return best\n"
)
RIGHT = "def largest(nums):\n    return max(nums)\n"

Submit = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def problem(tmp_path_factory: pytest.TempPathFactory) -> Problem:
    """Return one package for all, whose cases are made once."""
    return largest(tmp_path_factory.mktemp("packages"))


@pytest.fixture
def submit(problem: Problem, tmp_path: Path) -> Submit:
    """Submit a text, and return its report."""

    def submitted(source: str, *options: str, history: str = "on") -> dict[str, Any]:
        file = tmp_path / "mine.py"
        file.write_text(source)
        words = ("submit", "largest", str(file), "--json", "--no-timing", *options)
        data = str(tmp_path / "data")
        result = invoke_on(problem, *words, JUDGE_HISTORY=history, JUDGE_DATA_DIR=data)
        assert "recorded" not in result.stderr
        report: dict[str, Any] = json.loads(result.stdout)
        return report

    return submitted


def met_file(folder: Path) -> Path:
    return folder / "data" / "met" / "largest.json"


def codes(report: dict[str, Any]) -> list[str]:
    return [note["code"] for note in report["notes"]]


def test_an_input_that_failed_is_played_after_the_samples(submit: Submit, tmp_path: Path) -> None:
    """It fails again, and the report says that it was met; counted apart, and not in the total."""
    first = submit(WRONG)
    assert (first["verdict"], "met_before" in codes(first)) == ("WA", False)
    again = submit(WRONG + "# again\n")
    assert again["failure"]["group"] == "met"
    assert again["failure"]["arguments"] == first["failure"]["arguments"]
    assert again["failure"]["expected"] == first["failure"]["expected"]
    assert "met_before" in codes(again)
    assert again["cases"]["groups"]["met"] == {"total": 1, "passed": 0}
    assert again["cases"]["total"] == first["cases"]["total"]
    right = submit(RIGHT)
    assert (right["verdict"], codes(right)) == ("AC", [])
    assert right["cases"]["groups"]["met"] == {"total": 1, "passed": 1}
    assert right["cases"]["passed"] == right["cases"]["total"]
    assert len(json.loads(met_file(tmp_path).read_text())["value"]) == 1


def test_fresh_and_off_leave_it_out(submit: Submit) -> None:
    """Then the report is that of somebody who has met nothing."""
    first = submit(WRONG)
    for options, history in ((("--fresh",), "on"), ((), "off")):
        again = submit(WRONG, *options, history=history)
        assert again["failure"] == first["failure"]
        assert again["cases"] == first["cases"]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff",
        b"[" * 10_000,
        b'{"origin": "VERSION", "value": [3, {}, {"arguments": 4, "expected": 1}]}',
        b'{"origin": "VERSION", "value": [{"arguments": {"nums": "x"}}, {"arguments": {}}]}',
        b'{"origin": "another", "value": [{"arguments": {"nums": [1]}, "expected": 2}]}',
    ],
)
def test_a_broken_file_holds_no_input(
    text: bytes, submit: Submit, problem: Problem, tmp_path: Path
) -> None:
    """Neither does one of another version of the package; no verdict and no exit is another."""
    met_file(tmp_path).parent.mkdir(parents=True)
    met_file(tmp_path).write_bytes(text.replace(b"VERSION", problem.version.encode()))
    report = submit(RIGHT)
    assert (report["verdict"], "met" in report["cases"]["groups"]) == ("AC", False)


def test_an_own_input_that_failed_is_met_too(
    submit: Submit, problem: Problem, tmp_path: Path
) -> None:
    """Each once, the newest last; what is stored of the package stays as it was."""
    file, data = tmp_path / "mine.py", str(tmp_path / "data")
    file.write_text(WRONG)
    for given in ("[-2]", "[-3]", "[-2]", "[5]"):
        words = ("run", "largest", str(file), "--input", f"nums = {given}")
        invoke_on(problem, *words, JUDGE_HISTORY="on", JUDGE_DATA_DIR=data)
    kept = json.loads(met_file(tmp_path).read_text())["value"]
    assert [one["arguments"] for one in kept] == [{"nums": [-3]}, {"nums": [-2]}]
    assert submit(WRONG)["cases"]["groups"]["met"] == {"total": 2, "passed": 0}
    assert submit(RIGHT)["cases"]["groups"]["met"] == {"total": 2, "passed": 2}
    corpus = load_corpus(corpus_path(problem.folder.parents[1] / "cache", problem), problem)
    assert corpus is not None
    assert {case.group.value for case in corpus.cases} <= {"sample", "edge", "generated", "scale"}


@pytest.mark.slow
def test_a_query_meets_its_tables_again(tmp_path: Path) -> None:
    """As a function its arguments; tables that its database cannot hold are none."""
    problem, file = staff(tmp_path / "package"), tmp_path / "mine.sql"
    path = tmp_path / "data" / "met" / "staff.json"
    words = ("submit", "staff", str(file), "--json", "--no-timing")

    def submitted(query: str) -> dict[str, Any]:
        file.write_text(query)
        data = str(tmp_path / "data")
        result = invoke_on(problem, *words, JUDGE_HISTORY="on", JUDGE_DATA_DIR=data)
        report: dict[str, Any] = json.loads(result.stdout)
        return report

    wrong = LED.replace("boss = 1", "boss IS NOT NULL")
    first, again = submitted(wrong), submitted(wrong + "-- again\n")
    assert (first["verdict"], again["failure"]["group"]) == ("WA", "met")
    assert again["failure"]["arguments"] == first["failure"]["arguments"]
    kept = json.loads(path.read_text())
    broken = [{"arguments": {"staff": rows}, "expected": []} for rows in (3, [[1]], [["x", 1, 1]])]
    path.write_text(json.dumps({**kept, "value": [*kept["value"], *broken]}))
    right = submitted(LED)
    assert (right["verdict"], right["cases"]["groups"]["met"]["total"]) == ("AC", 1)


def test_at_most_twenty_are_kept(problem: Problem, tmp_path: Path) -> None:
    """The newest of them."""
    for number in range(25):
        event = new_event("run", problem="largest", verdict="WA")
        meet(tmp_path, problem, event, ({"nums": [-number]}, -number))
    kept = [one["expected"] for one in met_on(tmp_path, problem)]
    assert kept == [-number for number in range(5, 25)]
