"""The kind `query` from submission to report, in the sandbox."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from judge.cli.render.context import report_context
from judge.cli.render.verdict import show_report
from judge.errors import ProblemError, UsageError
from judge.events import result_of
from judge.execution.sandboxes import Sandboxes
from judge.measurement.benchmark import Bench, bench
from judge.pipeline import run
from judge.problems.problem import Problem
from judge.reports.reader import read_report
from judge.reports.report import Report, to_json
from judge.service.presentation.redaction import redact
from judge.service.settings import Hidden
from judge.submission import Submission
from judge.verdict import Verdict
from tests.packages import LED, STAFF_MANIFEST, staff
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")

SLOW = "SELECT a.name, a.boss FROM staff a, staff b WHERE +a.boss = 1 AND b.id = 1 ORDER BY a.name"


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Practice, Sandboxes]]:
    """Return the package `staff` and sandboxes that are kept open."""
    folder = tmp_path_factory.mktemp("staff")
    made = Practice(folder, staff(folder))
    with Sandboxes(made.problem, made.settings) as sandboxes:
        yield made, sandboxes


def judged(practice: tuple[Practice, Sandboxes], source: str) -> Report:
    """Judge a query, with few fresh inputs."""
    made, sandboxes = practice
    return made.report(source, sandboxes, search_examples=5)


@pytest.mark.parametrize(
    ("source", "verdict", "said"),
    [
        (LED, Verdict.ACCEPTED, "accepted: all"),
        ("SELECT name, boss FROM staff WHERE boss = 1", Verdict.WRONG_ANSWER, "row 1: expected"),
        (
            "SELECT name, boss * 1.0 FROM staff WHERE boss = 1 ORDER BY 1",
            Verdict.WRONG_ANSWER,
            "REAL",
        ),
        (f"{SLOW};", Verdict.TIME_LIMIT_EXCEEDED, "SCAN staff: 3,000 rows"),
        ("SELECT 1 FROM nobody", Verdict.DOES_NOT_LOAD, "line 1: no such table: nobody"),
        (
            f"CREATE UNIQUE INDEX i ON staff(name); {LED}",
            Verdict.RUN_TIME_ERROR,
            "ConstraintError at line 1: UNIQUE constraint failed: staff.name",
        ),
    ],
)
def test_a_query_gets_its_verdict(
    practice: tuple[Practice, Sandboxes], source: str, verdict: Verdict, said: str
) -> None:
    """Rows, steps and errors decide; nothing is timed."""
    report = judged(practice, source)
    assert report.verdict is verdict, report.summary
    assert said in report.summary
    assert report.runtime is None
    assert report.submission.language == "sql"
    assert report.isolation.tier == "full"


def test_the_report_has_the_cost_beside_the_references(
    practice: tuple[Practice, Sandboxes],
) -> None:
    """The reference's own steps are those that the corpus kept, twice the same."""
    cost = judged(practice, LED).extras["cost"]
    assert cost == judged(practice, f"-- again\n{LED}").extras["cost"]
    assert cost["steps"] == cost["reference_steps"] > 0
    assert cost["index_steps"] == cost["reference_index_steps"] > 0
    assert cost["plan"] == cost["reference_plan"]
    assert cost["plan"][0]["text"].startswith("SEARCH staff USING COVERING INDEX led")
    assert cost["sqlite"].startswith("3.")


def test_a_slow_query_shows_both_plans(practice: tuple[Practice, Sandboxes]) -> None:
    """The clock is that of steps; the terminal draws the plans as trees, and survives the wire."""
    made, _ = practice
    report = judged(practice, SLOW)
    assert report.failure is not None
    assert (report.failure.clock, report.failure.size) == ("steps", 3000)
    again = read_report(json.loads(json.dumps(to_json(report))))
    text = drawn(made.problem, again, SLOW)
    assert "SCAN a (staff): 3,000 rows" in text
    assert "The reference's plan:" in text
    assert "cost: stopped after " in text
    assert "the steps ran out, not the time" in text


def test_a_wrong_answer_is_shown_as_tables(practice: tuple[Practice, Sandboxes]) -> None:
    """The smallest database that fails, with the rows of both answers."""
    made, _ = practice
    source = "SELECT name, boss FROM staff WHERE boss IS NOT NULL ORDER BY name DESC"
    report = judged(practice, source)
    failure = report.failure
    assert failure is not None
    assert failure.minimal
    assert len(failure.arguments["staff"]) <= 3
    text = drawn(made.problem, report, source)
    assert "staff: " in text
    assert "expected: " in text
    assert "<- differs" in text
    assert "judge run staff own.py --input" in text
    assert "--pytest" not in text


def drawn(problem: Problem, report: Report, source: str) -> str:
    """Return a report as the terminal shows it."""
    console = Console(file=io.StringIO(), width=100)
    submission = Submission(source.encode(), "own.py")
    show_report(console, report, report_context(problem, submission, report))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_host_that_hides_cases_hides_the_cost(practice: tuple[Practice, Sandboxes]) -> None:
    """Plan and steps tell of the large database."""
    report = judged(practice, SLOW)
    for hidden in (Hidden.COUNTEREXAMPLE, Hidden.VERDICT):
        assert redact(report, hidden).extras == {}


def test_samples_and_own_tables_are_played(practice: tuple[Practice, Sandboxes]) -> None:
    """`judge run` has rows for an answer, and no figures."""
    made, _ = practice
    submission = Submission(LED.encode(), "own.sql")
    [played] = run(submission, made.problem, made.settings, {"staff": [[1, "Ann", 1]]})
    assert (played.verdict, played.actual) == (Verdict.ACCEPTED, [["Ann", 1]])
    with pytest.raises(UsageError, match="a JSON object of staff"):
        list(run(submission, made.problem, made.settings, {"people": []}))


def benched(practice: tuple[Practice, Sandboxes], source: str) -> Bench:
    """Bench a query on the corpus that the other tests have made."""
    made, _ = practice
    return result_of(bench(Submission(source.encode(), "x.sql"), made.problem, made.settings))


def test_bench_shows_steps(practice: tuple[Practice, Sandboxes]) -> None:
    """Those of the scale case, as in the report; one that is slow has its figures too."""
    accepted, slow = benched(practice, LED), benched(practice, SLOW)
    [fast_one], [slow_one] = accepted.counted, slow.counted
    assert (fast_one.size, fast_one.verdict) == (3000, Verdict.ACCEPTED)
    assert fast_one.extras == judged(practice, LED).extras
    assert slow_one.verdict is Verdict.TIME_LIMIT_EXCEEDED
    assert slow_one.extras == judged(practice, SLOW).extras
    assert (accepted.timed, accepted.grown, accepted.refused) == (None, None, "")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("SELECT 1, 2", "sample 1: row 1: expected"),
        (f"{LED.rstrip()[:-1]} LIMIT 20", "wrong answer at n = 3,000: row 21 is missing"),
    ],
)
def test_bench_of_a_wrong_query_says_what_is_wrong(
    practice: tuple[Practice, Sandboxes], source: str, said: str
) -> None:
    """It is not worth counting."""
    found = benched(practice, source)
    assert said in found.refused
    assert found.counted == ()


def test_what_does_not_apply_says_why(practice: tuple[Practice, Sandboxes]) -> None:
    """Each command has a sentence of its own."""
    made, _ = practice
    for command, said in (
        ("plot", "no curve to draw"),
        ("replay", "no test is written of a query"),
        ("margins", "a query is judged by its steps"),
        ("mutants", "mutants are made of Python"),
    ):
        with pytest.raises(UsageError, match=f"staff: .*{said}"):
            made.problem.refuse(command)


def test_a_package_without_tables_is_refused(tmp_path: Path) -> None:
    """The table `[query]` is what the kind needs."""
    before, _, _ = STAFF_MANIFEST.partition("[query]")
    samples = STAFF_MANIFEST[STAFF_MANIFEST.index("[[samples]]") :]
    with pytest.raises(ProblemError, match="the tables are missing"):
        staff(tmp_path, manifest=before + samples)


def test_a_reference_in_another_language_is_missing(tmp_path: Path) -> None:
    """The suffix of starter and reference is that of the kind's language."""
    made = staff(tmp_path)
    (made.solutions / "accepted" / "reference.sql").unlink()
    with pytest.raises((ProblemError, OSError), match=r"reference"):
        staff_again(made)


def staff_again(problem: Problem) -> Problem:
    from judge.problems.problem import load_package  # noqa: PLC0415 - what is tested

    return load_package(problem.folder, problem.solutions)
