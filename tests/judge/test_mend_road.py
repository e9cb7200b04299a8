"""A program that was given and mended, from submission to report, in the sandbox."""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from rich.console import Console

from judge.cli.render.context import report_context
from judge.cli.render.verdict import show_report
from judge.events import result_of
from judge.execution.sandboxes import Sandboxes
from judge.judging import mend as mending
from judge.judging.trial import Trial
from judge.languages.language import Language
from judge.measurement.benchmark import bench
from judge.pipeline import run
from judge.reports.reader import read_report
from judge.reports.report import Mend, Report, to_json
from judge.service.presentation.redaction import redact
from judge.service.settings import Hidden
from judge.submission import Submission
from judge.verdict import Verdict
from tests.packages import GIVEN, MENDED, mend_largest
from tests.practice import Practice

pytestmark = pytest.mark.needs("full")


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Practice, Sandboxes]]:
    """Return the package and sandboxes that are kept open."""
    folder = tmp_path_factory.mktemp("mend")
    made = Practice(folder, mend_largest(folder))
    with Sandboxes(made.problem, made.settings) as sandboxes:
        yield made, sandboxes


def judged(practice: tuple[Practice, Sandboxes], source: str) -> Report:
    made, sandboxes = practice
    return made.report(source, sandboxes, search_examples=5, timing=False)


@pytest.mark.parametrize(
    ("source", "changed", "smallest", "rewritten"),
    [
        (MENDED, 1, 1, False),
        (MENDED.replace("best", "top").replace("place", "at"), 3, 1, False),
        (MENDED.replace("place", "at").replace("    ", "\t"), 2, 1, False),
        ("def largest(nums): return max(nums)", 5, 1, True),
        (GIVEN + "\n\ndef largest(nums):\n    return max(nums)\n", 6, 1, True),
    ],
)
def test_an_accepted_mend_is_counted(
    practice: tuple[Practice, Sandboxes], source: str, changed: int, smallest: int, rewritten: bool
) -> None:
    """Beside the least that the package knows."""
    report = judged(practice, source)
    assert report.verdict is Verdict.ACCEPTED, report.summary
    assert report.mend == Mend(changed=changed, smallest=smallest, rewritten=rewritten)
    document = to_json(report)
    assert document["mend"] == {"changed": changed, "smallest": smallest, "rewritten": rewritten}
    assert read_report(document) == report


def test_what_is_not_accepted_is_no_mend(practice: tuple[Practice, Sandboxes]) -> None:
    """The counterexample is what helps then."""
    report = judged(practice, GIVEN)
    assert report.verdict is Verdict.WRONG_ANSWER
    assert report.mend is None
    assert report.failure is not None
    assert report.failure.group != "sample"
    assert to_json(report)["mend"] is None


def test_other_problems_have_no_such_figure(tmp_path: Path) -> None:
    """The field is there, and empty."""
    report = Practice(tmp_path).report("def largest(nums): return max(nums)", timing=False)
    assert report.verdict is Verdict.ACCEPTED
    assert to_json(report)["mend"] is None


def counting_by(language: Language, program: bytes, _trial: Trial) -> Language:
    """Return a language whose changes another program counts."""
    return replace(language, change_counter=lambda: program)


def test_a_count_that_dies_costs_the_figure_alone(
    practice: tuple[Practice, Sandboxes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash, a loop or a wrong answer of the counting program leaves the verdict."""
    language = practice[0].problem.language
    for program in (
        b"import os\ndef count_changes(given, entries, texts): os._exit(0)",
        b"def count_changes(given, entries, texts):\n    while True: pass",
        b"def count_changes(given, entries, texts): return [6, [1, 1, -7]]",
        b"def count_changes(given, entries",
    ):
        monkeypatch.setattr(Trial, "language", property(partial(counting_by, language, program)))
        monkeypatch.setattr(mending, "LIMIT", replace(mending.LIMIT, cpu_seconds=0.2))
        report = judged(practice, MENDED)
        assert report.verdict is Verdict.ACCEPTED
        assert report.mend is None
        assert "mend_not_counted" in [note.code for note in report.notes]


def test_the_terminal_tells_the_mend(practice: tuple[Practice, Sandboxes]) -> None:
    """In one line, with a word where it was rewritten."""
    made, _ = practice
    for source, said in (
        (MENDED, "mend: 1 line of the given program changed; no smaller mend is known"),
        (
            MENDED.replace("best", "top"),
            "mend: 2 lines of the given program changed; the smallest known mend changes 1",
        ),
        (
            "def largest(nums): return max(nums)",
            "mend: 5 lines of the given program changed, over half of it: rewritten",
        ),
    ):
        report = judged(practice, source)
        text = io.StringIO()
        shown = report_context(made.problem, Submission(source.encode(), "own.py"), report)
        show_report(Console(file=text, width=200), report, shown)
        assert said in text.getvalue()


def test_a_host_that_hides_shows_the_figure_where_it_shows_figures(
    practice: tuple[Practice, Sandboxes],
) -> None:
    """At `verdict` none is shown."""
    report = judged(practice, MENDED)
    assert redact(report, Hidden.COUNTEREXAMPLE).mend == report.mend
    assert redact(report, Hidden.VERDICT).mend is None


def test_it_is_run_and_benched_like_any_problem(practice: tuple[Practice, Sandboxes]) -> None:
    """The samples and the reference are the base's."""
    made, _ = practice
    played: list[object] = []
    result_of(run(Submission(GIVEN.encode(), "own.py"), made.problem, made.settings), played.append)
    assert [one.verdict for one in played] == [Verdict.ACCEPTED] * 2  # type: ignore[attr-defined]


@pytest.mark.slow
def test_a_mend_is_benched_against_the_bases_reference(
    practice: tuple[Practice, Sandboxes],
) -> None:
    """And the samples of this package make the ladder."""
    made, _ = practice
    benched = result_of(bench(Submission(MENDED.encode(), "own.py"), made.problem, made.settings))
    assert benched.slug == "mend-largest"
