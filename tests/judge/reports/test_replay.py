"""A counterexample as a pytest file: it fails for the submission and passes for a right one."""

import ast
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from judge.errors import UsageError
from judge.events import result_of
from judge.pipeline import judge
from judge.problems.catalog import default_catalog
from judge.problems.problem import Problem
from judge.reports.replay import (
    case_json,
    entry_of,
    input_json,
    pytest_file,
    unwritable,
    with_whole_case,
)
from judge.reports.report import Report
from judge.settings import Settings
from judge.submission import Submission
from judge.values.literals import literal
from judge.verdict import Verdict
from tests.judge.cli.reports import failure, report

WRONG = {
    "lca": "class Solution:\n    def lowestCommonAncestor(self, root: TreeNode, p, q):\n"
    "        return p\n",
    "kth-largest": "def kth_largest(nums, k):\n    heapify(nums)\n"
    "    return sorted(set(nums))[-k]\n",
    "longest-unique-substring": "def length_of_longest_substring(self, s):\n"
    "    best: Optional[int] = max(Counter(s).values(), default=0)\n    return best\ninput()\n",
    "letter-combinations": "letter_combinations = lambda digits: list(product(digits))\n",
    "lru-cache": "class LRUCache(OrderedDict):\n    def __init__(self, capacity):\n"
    "        self.room = capacity\n    def Get(self, key):\n        return self[key]\n"
    "    def put(self, key, value):\n        self[key] = value\n",
    "url-shortener": "class UrlShortener:\n    def shorten(self, url): return '1'\n"
    "    def expand(self, code): return None\n    def alias(self, url, code): return True\n"
    "    def clicks(self, code): return 0\n",
}
LEAK = """
seen = []
def kth_largest(nums, k):
    seen.append(k)
    return sorted(nums)[-seen[0]]
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    cache = tmp_path_factory.mktemp("cache")
    return Settings.from_environment({**os.environ, "JUDGE_CACHE_DIR": str(cache)})


def judged(submission: Submission, problem: Problem, settings: Settings) -> Report:
    return result_of(judge(submission, problem, settings))


def outcome(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests of a folder that knows nothing of this project."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", "."]
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@dataclass
class Replay:
    """One judged source in a folder of its own, and tests written from its report."""

    problem: Problem
    settings: Settings
    folder: Path
    report: Report
    beside: str = ""

    def write(self, source: bytes) -> str:
        """Put a source in the submission's place and write the test for it."""
        path, test = self.folder / "code" / "mine.py", self.folder / "test_mine.py"
        path.write_bytes(source)
        submission = Submission(source, str(path))
        entry = entry_of(submission, self.problem, self.settings)
        text = pytest_file(self.problem, submission, entry, self.report, test, self.beside)
        test.write_text(text)
        return text


def replay(slug: str, source: str, settings: Settings, folder: Path) -> Replay:
    """Judge a source."""
    problem = default_catalog().get(slug)
    (folder / "code").mkdir()
    found = judged(Submission(source.encode(), "mine.py"), problem, settings)
    return Replay(problem, settings, folder, found)


@pytest.mark.needs("full")
@pytest.mark.parametrize("slug", WRONG)
def test_the_file_fails_for_the_wrong_and_passes_for_the_right(
    slug: str, settings: Settings, tmp_path: Path
) -> None:
    """In a folder that holds nothing else, with names that the judge alone would give."""
    played = replay(slug, WRONG[slug], settings, tmp_path)
    text = played.write(WRONG[slug].encode())
    assert text.isascii()
    failed = outcome(tmp_path)
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "1 failed" in failed.stdout
    played.write(played.problem.reference.source)
    passed = outcome(tmp_path)
    assert passed.returncode == 0, passed.stdout + passed.stderr


LARGE = {
    "kth-largest": "def kth_largest(nums, k):\n    assert len(nums) < 5000\n"
    "    return sorted(nums)[-k]\n",
    "lru-cache": "class LRUCache(OrderedDict):\n    def __init__(self, capacity):\n"
    "        self.room, self.calls = capacity, 0\n    def get(self, key):\n"
    "        self.calls += 1\n        assert self.calls < 9000\n"
    "        if key not in self:\n            return -1\n        self.move_to_end(key)\n"
    "        return self[key]\n    def put(self, key, value):\n        self[key] = value\n"
    "        self.move_to_end(key)\n        if len(self) > self.room:\n"
    "            self.popitem(last=False)\n",
}


@pytest.mark.needs("full")
@pytest.mark.parametrize("slug", LARGE)
def test_a_large_case_is_played_from_a_file_beside_the_test(
    slug: str, settings: Settings, tmp_path: Path
) -> None:
    """Its report holds a part of it; the test has the whole, and so has the input's file."""
    played = replay(slug, LARGE[slug], settings, tmp_path)
    assert played.report.failure is not None
    assert played.report.failure.cut
    whole = with_whole_case(played.problem, settings, played.report)
    assert played.problem.strategies().validate(json.loads(input_json(whole))) is None
    case = case_json(played.problem, whole)
    (tmp_path / "test_mine.json").write_text(case)
    played = Replay(played.problem, settings, tmp_path, whole, beside="test_mine.json")
    assert len(played.write(LARGE[slug].encode())) < 5_000
    failed = outcome(tmp_path)
    assert "AssertionError" in failed.stdout
    assert failed.returncode == 1, failed.stdout + failed.stderr
    played.write(played.problem.reference.source)
    passed = outcome(tmp_path)
    assert passed.returncode == 0, passed.stdout + passed.stderr


@pytest.mark.needs("full")
def test_a_test_of_what_is_slow_shows_the_time_by_line(settings: Settings, tmp_path: Path) -> None:
    """Run as a program, it names the line that takes it."""
    slow = b"def kth_largest(nums, k):\n    x = 0\n    for _ in range(10**5):\n        x += 1\n"
    found = report(
        Verdict.TIME_LIMIT_EXCEEDED, failure=failure(arguments={"nums": [1], "k": 1}, expected=1)
    )
    problem = default_catalog().get("kth-largest")
    (tmp_path / "code").mkdir()
    Replay(problem, settings, tmp_path, found).write(slow)
    shown = subprocess.run(
        [sys.executable, "test_mine.py"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    dearest = shown.splitlines()[:2]
    assert all("line 3: " in line or "line 4: " in line for line in dearest), shown


@pytest.mark.needs("full")
def test_a_leak_is_played_with_the_call_that_leaves_it(settings: Settings, tmp_path: Path) -> None:
    """Both calls in one process, and only the second is held against its answer."""
    played = replay("kth-largest", LEAK, settings, tmp_path)
    assert "play(module, EARLIER)" in played.write(LEAK.encode())
    assert outcome(tmp_path).returncode == 1
    played.write(b"def kth_largest(nums, k):\n    return sorted(nums)[-k]\n")
    assert outcome(tmp_path).returncode == 0


def test_nothing_that_a_submission_says_becomes_code() -> None:
    """Its message may hold quotes, line ends and anything else."""
    message = 'x"""\nimport os\n\ud800 {}\\'
    hostile = report(Verdict.WRONG_ANSWER, failure=failure(message=message))
    problem, target = default_catalog().get("lca"), Path("test_it.py")
    text = pytest_file(problem, Submission(b"", "a'\n.py"), "lca", hostile, target)
    compile(text, "test_it.py", "exec")
    assert f"JUDGE_SAID = {message!a}" in text
    assert "\nimport os\n" not in text


def test_a_literal_gives_its_value() -> None:
    """Big integers, lone surrogates and long lists come back as they were, from plain ASCII."""
    values = [10**5000, -(10**5000), "\ud800\x1b'\"\n", [[None, True, 1.5]] * 99, (), {}, [()]]
    for value in [*values, {"a": [("b",)] * 60}, values]:
        text = literal(value)
        assert text.isascii()
        assert ast.literal_eval(text) == value
        assert all(len(line) <= 100 or "0x" in line for line in text.splitlines())


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (report(), "accepted"),
        (report(Verdict.DOES_NOT_LOAD), "no input made it fail"),
        (
            report(Verdict.WRONG_ANSWER, failure=failure(passes_alone=True)),
            "alone the input passes",
        ),
        (
            report(Verdict.WRONG_ANSWER, failure=failure(cut=["arguments.s"])),
            "too large",
        ),
    ],
)
def test_what_cannot_be_written_says_why(found: Report, words: str) -> None:
    """One sentence for the person, and no file."""
    assert words in unwritable(found)
    with pytest.raises(UsageError, match=words):
        pytest_file(
            default_catalog().get("lca"), Submission(b"", "a.py"), "lca", found, Path("t.py")
        )
