"""A second language, to show that one is data and a guest: from submission to verdict."""

from pathlib import Path

import pytest

from judge.errors import UsageError
from judge.events import result_of
from judge.languages.language import Language
from judge.languages.table import LANGUAGES, language_of
from judge.pipeline import judge
from judge.problems.problem import Problem
from judge.reports.report import Report
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Guest
from tests.packages import double
from tests.shared_cache import cache_in

FOLDER = Path(__file__).with_name("arithmetic")
ARITHMETIC = Language(
    name="arithmetic",
    suffixes=(".sum",),
    guest=lambda: Guest("arithmetic_guest", str(FOLDER)),
)

pytestmark = pytest.mark.needs("full")


@pytest.fixture
def problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Problem:
    """Return a function problem with a reference in Python, and have the language in the table."""
    monkeypatch.setitem(LANGUAGES, ARITHMETIC.name, ARITHMETIC)
    return double(tmp_path)


def judged(problem: Problem, source: str, folder: Path) -> Report:
    """Judge an expression of the language."""
    settings = Settings(cache_dir=cache_in(folder), state_dir=folder / "state", search_examples=20)
    submission = Submission(source.encode(), "double.sum", "arithmetic")
    return result_of(judge(submission, problem, settings))


@pytest.mark.parametrize(
    ("source", "verdict", "said"),
    [
        ("n * 2", Verdict.ACCEPTED, "accepted"),
        ("n + (n + n - n)", Verdict.ACCEPTED, "accepted"),
        ("n + 2", Verdict.WRONG_ANSWER, "expected 2, got 3"),
        ("n * ", Verdict.DOES_NOT_LOAD, "the end is missing"),
        ("n * m", Verdict.DOES_NOT_LOAD, "'m'"),
    ],
)
def test_an_expression_gets_its_verdict(
    problem: Problem, tmp_path: Path, source: str, verdict: Verdict, said: str
) -> None:
    """The road, the sandbox and the report know nothing of the language."""
    report = judged(problem, source, tmp_path)
    assert report.verdict is verdict
    assert said in report.summary
    assert report.submission.language == "arithmetic"
    assert report.isolation.tier == "full"


def test_a_wrong_expression_is_shown_on_the_smallest_input(
    problem: Problem, tmp_path: Path
) -> None:
    """Counterexamples are made smaller against the other language's program, too."""
    failure = judged(problem, "n * n", tmp_path).failure
    assert failure is not None
    assert failure.arguments == {"n": 1, "text": ""}
    assert (failure.expected, failure.actual, failure.minimal) == (2, 1, True)


def test_an_unknown_language_is_told() -> None:
    """It is the person's mistake; the message names what there is."""
    with pytest.raises(UsageError, match="there is no language 'cobol'; there is python"):
        language_of("cobol")
