"""A package that nobody trusts is judged as one that somebody trusts, its code in the sandbox."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.errors import AuthorError, UntrustedError, UsageError
from judge.events import result_of
from judge.measurement import bench
from judge.pipeline import judge, run
from judge.problems import end_author_code, load_package
from judge.problems.problem import Problem
from judge.records import replace
from judge.reports import pytest_file
from judge.reports.report import Report
from judge.settings import Settings
from judge.submission import Submission, read_submission
from judge.verdict import Verdict
from sandbox import Tier
from tests.packages import LARGEST, count_lines, largest
from tests.shared_cache import cache_in

ROOT = Path(__file__).resolve().parents[3]
RIGHT = Submission(b"def largest(nums): return max(nums)\n", "right.py")
WRONG = Submission(b"def largest(nums): return max(nums[:3])\n", "wrong.py")
CHECKER = """
def check(arguments, expected, actual):
    return None if actual == max(arguments["nums"]) else f"{actual} is not the largest"
"""
YES = "def check(arguments, expected, actual):\n    return None\n"
DATA = """
def make(folder):
    with open(folder / "big.log", "w") as file:
        file.writelines(f"line {n}\\n" for n in range(400_000))
    yield 1, 1
"""
LINES = """
from hypothesis import strategies as st


def edges():
    return [{"log": ["x"]}, {"log": {"data": "big.log"}}]


def generated():
    return st.fixed_dictionaries({"log": st.lists(st.just("b"), min_size=1, max_size=9)})


def scales():
    yield 400_000, {"log": {"data": "big.log"}}


def validate(arguments):
    return None
"""

pytestmark = pytest.mark.needs("full")


@pytest.fixture(scope="module", autouse=True)
def jails() -> Iterator[None]:
    yield
    end_author_code()


def settings_in(folder: Path, **more: object) -> Settings:
    return Settings(
        cache_dir=cache_in(folder),
        state_dir=folder / "state",
        search_examples=20,
        guard_seconds=600.0,  # on a busy machine, else the search may end before it has settled
        **more,  # type: ignore[arg-type]  # what the tests below give
    )


def untrusted(problem: Problem) -> Problem:
    return replace(problem, trusted=False)


def essence(report: Report) -> tuple[object, ...]:
    """Return what decides in a report: no figure of time or memory."""
    shown = ("group", "arguments", "expected", "actual", "message", "minimal")
    failure = [getattr(report.failure, name, None) for name in shown]
    return report.verdict, report.summary, report.cases, failure


@pytest.mark.parametrize("source", [RIGHT, WRONG])
def test_the_verdict_is_that_of_a_trusted_package(source: Submission, tmp_path: Path) -> None:
    """With the same smallest input, in the words of the checker."""
    problem = largest(tmp_path, checker="custom", files={"checker.py": CHECKER})
    reports = [
        result_of(judge(source, one, settings_in(tmp_path / str(one.trusted))))
        for one in (problem, untrusted(problem))
    ]
    assert essence(reports[0]) == essence(reports[1])
    assert reports[0].verdict is (Verdict.ACCEPTED if source is RIGHT else Verdict.WRONG_ANSWER)


def test_a_checker_that_says_yes_says_it_of_its_own_package_alone(tmp_path: Path) -> None:
    problem = untrusted(largest(tmp_path, checker="custom", files={"checker.py": YES}))
    assert result_of(judge(WRONG, problem, settings_in(tmp_path))).verdict is Verdict.ACCEPTED


def test_a_hostile_checker_is_an_internal_error_with_its_line(tmp_path: Path) -> None:
    """Never counted against the submission."""
    checker = "def check(arguments, expected, actual):\n    open('/etc/planted', 'w')\n"
    problem = untrusted(largest(tmp_path, checker="custom", files={"checker.py": checker}))
    report = result_of(judge(RIGHT, problem, settings_in(tmp_path)))
    assert report.verdict is Verdict.INTERNAL_ERROR
    assert report.failure is not None
    assert "checker.py: check: the sandbox forbids what it does" in report.failure.message
    assert "at line 2" in report.failure.message
    assert not Path("/etc/planted").exists()


@pytest.mark.parametrize(
    ("strategies", "said"),
    [
        ("import socket; socket.socket()\n" + LARGEST, "network.* at line 1"),
        (LARGEST.replace("    nums =", "    import os; os.fork()\n    nums ="), "starts a process"),
        (LARGEST.replace('{"nums": [0]}', '{"other": [0]}'), "nums"),
    ],
)
def test_hostile_strategies_end_the_making_of_a_corpus(
    tmp_path: Path, strategies: str, said: str
) -> None:
    problem = untrusted(largest(tmp_path, strategies=strategies))
    with pytest.raises(AuthorError, match=rf"strategies\.py: .*{said}"):
        result_of(judge(RIGHT, problem, settings_in(tmp_path)))


def test_data_files_are_made_in_the_sandbox(tmp_path: Path) -> None:
    """And are the same as those of a trusted package."""
    problem = count_lines(tmp_path, LINES, files={"data.py": DATA})
    right = read_submission(str(problem.solutions / "accepted" / "reference.py"))
    found = []
    for one in (problem, untrusted(problem)):
        settings = settings_in(tmp_path / str(one.trusted))
        report = result_of(judge(right, one, settings))
        assert report.verdict is Verdict.ACCEPTED, report.summary
        [made] = (settings.cache_dir / "data").glob("*/files/big.log")
        found.append(made.read_bytes())
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("making", "said"),
    [
        ("open(folder / 'a b', 'w')", "make: it makes too many files, or some with odd names"),
        ("[(folder / str(n)).touch() for n in range(150)]", "it makes too many files"),
        ("open('/etc/planted', 'w')", "the sandbox forbids what it does.* at line 2"),
        ("(folder / 'link').symlink_to('/etc/passwd')", "PermissionError at line 2"),
    ],
)
def test_a_hostile_data_py_is_told(tmp_path: Path, making: str, said: str) -> None:
    """Files come out by plain names, and nothing that leads elsewhere does."""
    text = f"def make(folder):\n    {making}\n    yield 1, 1\n"
    problem = untrusted(count_lines(tmp_path, LINES, files={"data.py": text}))
    with pytest.raises(AuthorError, match=rf"data\.py: .*{said}"):
        result_of(judge(RIGHT, problem, settings_in(tmp_path)))
    assert not list((tmp_path / "cache" / "data").glob("*/files/*"))


def test_limits_alone_are_no_sandbox_for_it(tmp_path: Path) -> None:
    """Neither its code nor its reference runs there."""
    problem = untrusted(largest(tmp_path))
    weak = settings_in(tmp_path, tier=Tier.LIMITS_ONLY)
    for steps in (judge(RIGHT, problem, weak), bench(RIGHT, problem, weak)):
        with pytest.raises(UntrustedError, match="limits-only is no boundary"):
            result_of(steps)
    with pytest.raises(UntrustedError, match="judge trust"):
        list(run(RIGHT, problem, weak))


def test_no_test_is_written_of_it(tmp_path: Path) -> None:
    """Whose checker would run outside the sandbox."""
    problem = untrusted(largest(tmp_path, checker="custom", files={"checker.py": CHECKER}))
    report = result_of(judge(WRONG, problem, settings_in(tmp_path)))
    with pytest.raises(UsageError, match="outside"):
        pytest_file(problem, WRONG, "largest", report, tmp_path / "test_it.py")


@pytest.mark.slow
@pytest.mark.parametrize("slug", ["lca", "url-shortener", "level-order"])
def test_a_bundled_package_from_elsewhere_is_judged_the_same(slug: str, tmp_path: Path) -> None:
    """Every sample solution of it: its verdict, and its smallest counterexample."""
    for kind in ("problems", "solutions"):
        shutil.copytree(ROOT / kind / slug, tmp_path / kind / slug)
    problem = load_package(tmp_path / "problems" / slug, tmp_path / "solutions" / slug)
    for sample in problem.sample_solutions():
        reports = [
            result_of(
                judge(
                    read_submission(str(sample.path)),
                    one,
                    settings_in(tmp_path / str(one.trusted), timing=False),
                )
            )
            for one in (problem, untrusted(problem))
        ]
        assert reports[0].verdict is sample.verdict
        # What a program draws that is random itself is another one each time.
        chance = "the answer is random" in reports[0].summary
        told = [one.cases if chance else essence(one) for one in reports]
        assert told[0] == told[1], sample.path
        assert reports[1].verdict is sample.verdict
