"""The kind `tests` from submission to report, in the sandbox."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from judge.cli.render.context import report_context
from judge.cli.render.verdict import show_report
from judge.errors import ProblemError, UsageError
from judge.events import CaseJudged, result_of
from judge.execution.outcome import Outcome
from judge.execution.sandboxes import Sandboxes
from judge.judging.corpus import ready_corpus
from judge.kinds.implementations import implementations_of
from judge.kinds.tests import TESTS
from judge.pipeline import run
from judge.problems.problem import load_package
from judge.reports.reader import read_report
from judge.reports.report import Report, to_json
from judge.service.presentation.redaction import redact
from judge.service.settings import Hidden
from judge.submission import Submission
from judge.testing import FakeJudge
from judge.verdict import Verdict
from sandbox import Ending
from tests.judge.service.apps import SERVICE, SOURCE, client_of
from tests.practice import Practice
from tests.suites import MANIFEST, STRONG, suites

pytestmark = pytest.mark.needs("full")

IMPORT = "from solution import largest\n"
PYTEST = f"import pytest\n{IMPORT}"
HYPOTHESIS = f"{IMPORT}from hypothesis import given, settings, strategies as st\n"
AC, WA, RTE = Verdict.ACCEPTED, Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR
CE = Verdict.DOES_NOT_LOAD


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Practice, Sandboxes]]:
    """Return the package and sandboxes that are kept open."""
    folder = tmp_path_factory.mktemp("suites")
    made = Practice(folder, suites(folder))
    with Sandboxes(made.problem, made.settings) as sandboxes:
        yield made, sandboxes


def judged(practice: tuple[Practice, Sandboxes], source: str) -> Report:
    made, sandboxes = practice
    return made.report(source, sandboxes)


def test_a_suite_that_catches_all_is_accepted(practice: tuple[Practice, Sandboxes]) -> None:
    """All implementations are played, in cases that all count as passed."""
    report = judged(practice, STRONG)
    assert report.verdict is AC
    assert report.summary == "accepted: it catches 6 of 6 wrong implementations"
    assert (report.cases.passed, report.cases.total) == (10, 10)
    assert {name: group.total for name, group in report.cases.groups.items()} == {
        "sample": 2,
        "edge": 3,
        "generated": 5,
    }
    assert (report.failure, report.runtime, report.growth) == (None, None, None)
    score = report.extras["score"]
    assert {name: score[name] for name in ("caught", "of", "tests", "false_alarms")} == {
        "caught": 6,
        "of": 6,
        "tests": 2,
        "false_alarms": 0,
    }
    # Four calls on each right one, and up to the first failing test on a wrong one.
    assert 4 * 4 + 6 <= score["calls"] <= 4 * 10
    assert report.notes == []


@pytest.mark.parametrize(
    ("source", "verdict", "said"),
    [
        (
            f"{IMPORT}def test_one(): assert largest([1, 2]) == 2\n",
            WA,
            "it catches 2 of 6 wrong implementations, and 5 are needed; one that survives ",
        ),
        (f"{IMPORT}def test_all(): assert largest([1]) == 2\n", WA, "assert 1 == 2"),
        (f"{IMPORT}def test_it(): largest([])\n", WA, "which is right at line 2: it raised "),
        (
            f"{PYTEST}def test_it():\n    with pytest.raises(ValueError): largest([1])\n",
            WA,
            "Failed: DID NOT RAISE ValueError",
        ),
        (f"{IMPORT}def test_it(): pytest.fail('so')\n", RTE, "NameError at line 2"),
        ("import pytest\ndef test_it(): pytest.fail('so')\n", WA, "Failed: so"),
        (f"{IMPORT}def test_it(): [][largest([1])]\n", RTE, "IndexError at line 2"),
        (f"{IMPORT}def test_it(): raise SystemExit\n", RTE, "SystemExit at line 2"),
        (f"{IMPORT}def test_it(): largest(len)\n", RTE, "only built-in values can be given"),
        (f"{IMPORT}def test_it(): largest()\n", RTE, "missing a required argument: 'nums'"),
        (
            f"{HYPOTHESIS}@given(st.nothing())\ndef test_it(x): assert largest([1]) == 1\n",
            RTE,
            "Unsatisfiable",
        ),
        (f"{IMPORT}def check(): pass\n", CE, "no test was found"),
        (f"{IMPORT}def test_it(tmp_path): pass\n", CE, "test_it asks for tmp_path"),
        (
            f"{PYTEST}@pytest.mark.skip\ndef test_it(): pass\n",
            CE,
            "no test is left: 1 of them is skipped",
        ),
        (
            f"{PYTEST}def test_it(): pytest.skip('later')\n",
            CE,
            "no test is left",
        ),
        ("from solution import smallest\n", CE, "cannot import name 'smallest'"),
        ("def test_it(:\n", CE, "SyntaxError at line 1"),
        (f"{IMPORT}1 / 0\ndef test_it(): pass\n", CE, "ZeroDivisionError at line 2"),
        (
            f"{PYTEST}@pytest.mark.parametrize('a,b', [(1,)])\ndef test_it(a, b): pass\n",
            RTE,
            "parametrize names 2 arguments and row 0 has 1",
        ),
        (f"{IMPORT}async def test_it(): pass\n", CE, "write it as a plain function"),
    ],
)
def test_a_suite_gets_its_verdict(
    practice: tuple[Practice, Sandboxes], source: str, verdict: Verdict, said: str
) -> None:
    """Whose fault a failure is decides: the test's own exception is a run-time error."""
    report = judged(practice, source)
    assert report.verdict is verdict, report.summary
    assert said in report.summary
    assert ("score" in report.extras) == (verdict is not CE)


CASE = """
import unittest
from solution import largest

class Places(unittest.TestCase):
    def setUp(self):
        self.known = {(3, 1): 3, (1, 3, 2): 3, (1, 3): 3, (-2, -1, -3): -1}

    def test_known(self):
        for nums, n in self.known.items():
            with self.subTest(nums):
                self.assertEqual(largest(list(nums)), n)
"""
CLASS = """
import pytest
from solution import largest

@pytest.mark.parametrize("nums, n", [([3, 1], 3), ([1, 3, 2], 3), ([-2, -1, -3], -1)])
class TestPlaces:
    def setup_method(self):
        self.zero = 0

    def test_it(self, nums, n):
        assert largest(nums) == n + self.zero
"""
PROPERTY = """
from hypothesis import given, settings, strategies as st
from solution import largest

@settings(max_examples=500)
@given(st.lists(st.integers(-9, 9), min_size=1))
def test_it(nums):
    assert largest(list(nums)) == sorted(nums)[-1]
"""
SUBTESTS = """
import unittest
from solution import largest

class Many(unittest.TestCase):
    def test_many(self):
        for n in range(-1, -101, -1):
            with self.subTest(n):
                self.assertEqual(largest([n - 2, n, n - 1]), n)
"""
AT_THE_TOP = """
from solution import largest

KNOWN = largest([1, 3, 2])

def test_top():
    assert KNOWN == 3

def test_it():
    assert largest([-2, -1, -3]) == -1
"""
AS_A_MODULE = STRONG.replace("from solution import largest", "import solution")


@pytest.mark.parametrize(
    "source",
    [
        STRONG.replace("largest", "findLargest"),
        STRONG.replace("import largest", "import *"),
        AS_A_MODULE.replace(" largest(", " solution.largest("),
        CASE,
        CLASS,
        PROPERTY,
        AT_THE_TOP,
    ],
)
def test_suites_are_written_in_any_way(practice: tuple[Practice, Sandboxes], source: str) -> None:
    """By any name of the function, as functions, classes, cases, properties; calls at the top."""
    report = judged(practice, source)
    assert report.verdict is AC, report.summary
    assert report.extras["score"]["caught"] >= 5


def test_an_alarm_is_shown_with_test_assertion_and_smallest_example(
    practice: tuple[Practice, Sandboxes],
) -> None:
    """Against one implementation; the terminal draws it, and the wire keeps it."""
    made, _ = practice
    source = (
        f"{HYPOTHESIS}@given(st.lists(st.integers(), min_size=1))\n"
        "def test_few(nums): assert largest(nums) < 10\n"
    )
    report = judged(practice, source)
    assert report.verdict is WA
    failure = report.failure
    assert failure is not None
    assert failure.arguments == {"test": "test_few", "implementation": "right 1"}
    assert (failure.expected, failure.actual) == ("passes", "fails")
    assert "assert 10 < 10" in failure.message
    assert "nums=[10]" in failure.message
    assert report.extras["score"]["false_alarms"] == 4
    console = Console(file=io.StringIO(), width=100)
    again = read_report(json.loads(json.dumps(to_json(report))))
    show_report(
        console, again, report_context(made.problem, Submission(source.encode(), "own.py"), again)
    )
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    assert "test_few fails on right 1, which is right" in text
    assert "false alarms: 4" in text
    assert "judge replay" not in text


def test_a_survivor_is_told_by_its_kind_alone(practice: tuple[Practice, Sandboxes]) -> None:
    """Nothing of a source, a file or a number reaches the report."""
    report = judged(practice, f"{IMPORT}def test_one(): assert largest([1, 2]) == 2\n")
    text = json.dumps(to_json(report))
    assert "one that survives forgets signs" in text or "one that survives begins" in text
    for secret in ("key=abs", "absolute", "best.extend", "wrong_answer", "wrong 4"):
        assert secret not in text


def test_a_test_that_catches_nothing_is_idle(practice: tuple[Practice, Sandboxes]) -> None:
    """One behind the first failure is not, as it is tried behind it."""
    source = (
        f"{IMPORT}def test_a(): assert largest([1, 3, 2]) == 3\n"
        "def test_idle(): assert largest([7]) >= 0\n"
        "def test_same(): assert largest([1, 3, 2]) == 3\n"
        "def test_b(): assert largest([-2, -1, -3]) == -1\n"
    )
    report = judged(practice, source)
    assert [note.message for note in report.notes] == [
        "test_idle is idle: it fails on no wrong implementation"
    ]
    kills = {row["test"]: row["first"] for row in report.extras["score"]["kills"]}
    # One implementation keeps what it has seen: there the same call fails the second time.
    assert (kills["test_same"], kills["test_idle"]) == (1, 0)
    assert sum(kills.values()) == report.extras["score"]["caught"]


def test_a_break_on_one_right_implementation_alone_is_a_false_alarm(
    practice: tuple[Practice, Sandboxes],
) -> None:
    """The test counts on how one right implementation fails outside the constraints."""
    source = (
        f"{IMPORT}def test_it():\n    try:\n        largest([])\n    except LookupError as error:\n"
        "        {}['nothing']\n    except ValueError:\n        pass\n"
    )
    report = judged(practice, source)
    assert report.verdict is WA
    assert report.failure is not None
    assert report.failure.flags == [WA]


def test_the_same_suite_gets_the_same_report(practice: tuple[Practice, Sandboxes]) -> None:
    """Random numbers, examples and order are drawn alike, for each implementation too."""
    source = (
        f"import random\n{HYPOTHESIS}@given(st.lists(st.integers(), min_size=1), st.randoms())\n"
        "def test_it(nums, rng):\n"
        "    nums.append(random.randrange(99))\n    rng.shuffle(nums)\n"
        "    assert largest(nums) == max(nums)\n"
    )
    first, second = (to_json(judged(practice, source)) for _ in range(2))
    for report in (first, second):
        report.pop("memory")
    assert first == second


def test_implementations_come_in_an_order_of_the_source_and_the_key(
    practice: tuple[Practice, Sandboxes],
) -> None:
    """After the samples, right ones among wrong ones."""
    made, sandboxes = practice

    def order(source: str, **changes: object) -> list[tuple[str, int]]:
        happened = made.events(source, sandboxes, **changes)
        return [(one.group, one.index) for one in happened if isinstance(one, CaseJudged)]

    one = order(STRONG)
    assert one == order(STRONG)
    others = [order(f"# {n}\n{STRONG}") for n in range(3)] + [order(STRONG, key="another")]
    assert any(other != one for other in others)
    assert all(found[:2] == [("sample", 0), ("sample", 1)] for found in (one, *others))
    assert all(sorted(found) == sorted(one) for found in others)


def test_samples_are_played_by_run(practice: tuple[Practice, Sandboxes]) -> None:
    """One right implementation and one wrong; an input of one's own there is none."""
    made, _ = practice
    submission = Submission(STRONG.encode(), "own.py")
    right, wrong = run(submission, made.problem, made.settings)
    assert (right.verdict, right.expected, right.actual) == (AC, "passes", "passes")
    assert (wrong.verdict, wrong.expected, wrong.actual) == (AC, "fails", "fails")
    with pytest.raises(UsageError, match="there is no input to give"):
        list(run(submission, made.problem, made.settings, {"implementation": "right 1"}))
    for command in ("bench", "margins", "mutants", "replay"):
        with pytest.raises(UsageError, match="test-largest: "):
            made.problem.refuse(command)


def test_a_host_that_hides_cases_hides_the_score(practice: tuple[Practice, Sandboxes]) -> None:
    """With the implementation on which it failed."""
    report = judged(practice, f"{IMPORT}def test_one(): assert largest([1, 2]) == 2\n")
    for hidden in (Hidden.COUNTEREXAMPLE, Hidden.VERDICT):
        assert redact(report, hidden).extras == {}


def test_names_of_tests_carry_nothing_out(practice: tuple[Practice, Sandboxes]) -> None:
    """A test may be named after what a hidden implementation answers: those of samples count."""
    source = (
        f"{IMPORT}def test_one(): assert largest([1]) == 2\n"
        "globals()[f'test_{largest([-5, 3, 1])}_told'] = lambda: None\n"
    )
    report = judged(practice, source)
    text = json.dumps(to_json(report))
    assert "test_3_told is idle" in text
    assert "test_1_told" not in text
    seen = redact(report, Hidden.VERDICT)
    assert seen.failure == report.failure
    assert (seen.notes, seen.extras) == ([], {})


def test_a_changed_implementation_is_a_fault_of_the_package(tmp_path: Path) -> None:
    """The package alone decides which programs are played, so the version does."""
    problem = suites(tmp_path)
    path = problem.solutions.parent / "largest" / "wrong_answer" / "first.py"
    path.write_text("def largest(nums): return 1\n")
    with pytest.raises(ProblemError, match=r"wrong 1: wrong_answer/first\.py has changed"):
        implementations_of(replace(problem, version="other"))


def test_a_package_without_its_base_is_a_fault(tmp_path: Path) -> None:
    """As when it is copied alone: writing implementations.toml anew would not help."""
    problem = suites(tmp_path)
    (problem.solutions.parent / "largest").rename(tmp_path / "elsewhere")
    with pytest.raises(ProblemError, match=r"base: there are no solutions of it in .*/largest"):
        implementations_of(replace(problem, version="alone"))


def test_the_table_of_a_package_is_read(tmp_path: Path) -> None:
    """Its flaws are told together; the samples name implementations."""
    changed = MANIFEST.replace('base = "largest"', 'base = "No Slug"').replace("0.8", "8")
    changed = changed.replace('"right 1"', "1")
    with pytest.raises(ProblemError) as told:
        suites(tmp_path, changed)
    text = str(told.value)
    assert "tests.base: it names no problem" in text
    assert "tests.required: 8 is no share" in text


def test_the_cases_are_the_implementations(tmp_path: Path) -> None:
    """Their sources are not in the corpus; no strategies are asked."""
    problem = suites(tmp_path)
    made = Practice(tmp_path, problem)
    with Sandboxes(problem, made.settings) as sandboxes:
        corpus = result_of(ready_corpus(problem, made.settings, sandboxes.main))
    names = [case.arguments["implementation"] for case in corpus.cases]
    assert names[:3] == ["right 1", "wrong 1", "right 2"]
    assert len(names) == 10
    assert load_package(problem.folder, problem.solutions).version == problem.version


def test_the_first_subtest_that_fails_ends_a_run(practice: tuple[Practice, Sandboxes]) -> None:
    """A wrong implementation may be slow: it is asked nothing behind the call that tells it."""
    score = judged(practice, SUBTESTS).extras["score"]
    assert score["caught"] == 6
    # All calls on each right one, and the first one or two on a wrong one.
    assert 4 * 100 + 6 <= score["calls"] <= 4 * 100 + 6 * 2


@pytest.mark.parametrize("source", [STRONG, f"{IMPORT}def test_all(): assert largest([1]) == 2\n"])
def test_a_server_tells_of_a_suite_what_the_command_line_tells(
    practice: tuple[Practice, Sandboxes], source: str, tmp_path: Path
) -> None:
    """Through the store, with the score; where verdicts alone are shown, without it."""
    report = judged(practice, source)

    def told(hidden: Hidden) -> dict[str, object]:
        service = replace(SERVICE, hidden=hidden)
        with client_of(tmp_path / hidden.value, FakeJudge(report), service=service) as client:
            posted = client.post(
                "/v1/submissions", json=SOURCE, headers={"Prefer": "wait=20"}
            ).json()
            found = client.get(f"/v1/submissions/{posted['id']}").json()
        seen: dict[str, object] = found["report"]
        return seen

    whole = to_json(report)
    assert told(Hidden.FULL) == json.loads(json.dumps(whole))
    assert "score" in whole
    bare = told(Hidden.VERDICT)
    assert bare == json.loads(json.dumps(to_json(redact(report, Hidden.VERDICT))))
    assert "score" not in bare


def test_a_suite_that_ran_into_a_limit_is_not_played_again() -> None:
    """It would take as long once more, and there is no example to make smaller."""
    outcome = Outcome(Ending.CPU_LIMIT, "call", figures={"failed": None})
    assert TESTS.explain is not None
    assert TESTS.explain(None, None, None, None, outcome) is outcome
