"""A counterexample as a pytest file: it fails for the submission and passes for a right one."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from judge.errors import UsageError
from judge.events import result_of
from judge.notes import ExceptionInfo, Note
from judge.pipeline import judge
from judge.problems.catalog import default_catalog
from judge.problems.problem import Problem
from judge.reports.replay import (
    INSIDE_CHARACTERS,
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
from judge.testing import build_problem
from judge.values.literals import literal
from judge.verdict import Verdict
from tests.judge.cli.reports import failure, report
from tests.packages import largest


@dataclass(frozen=True)
class Story:
    """A wrong source, an input that shows it, and what is right."""

    wrong: str
    arguments: Mapping[str, Any]
    expected: Any
    notes: tuple[Note, ...] = ()


INPUT_BELOW = Note(code="top_level_failure", message="EOFError")
#: In names that the judge alone gives, and in spellings that it takes.
STORIES = {
    "lca": Story(
        "class Solution:\n    def lowestCommonAncestor(self, root: TreeNode, p, q):\n"
        "        return p\n",
        {"root": [1, 2, 3], "p": 2, "q": 3},
        1,
    ),
    "kth-largest": Story(
        "def kth_largest(nums, k):\n    heapify(nums)\n    return sorted(set(nums))[-k]\n",
        {"nums": [2, 2, 1], "k": 2},
        2,
    ),
    "longest-unique-substring": Story(
        "def length_of_longest_substring(self, s):\n"
        "    best: Optional[int] = max(Counter(s).values(), default=0)\n    return best\ninput()\n",
        {"s": "ab"},
        2,
        (INPUT_BELOW,),
    ),
    "letter-combinations": Story(
        "letter_combinations = lambda digits: list(product(digits))\n",
        {"digits": "23"},
        ["af", "ad", "ae", "bd", "be", "bf", "cd", "ce", "cf"],
    ),
    "lru-cache": Story(
        "class LRUCache(OrderedDict):\n    def __init__(self, capacity):\n"
        "        self.room = capacity\n    def Get(self, key):\n        return self[key]\n"
        "    def put(self, key, value):\n        self[key] = value\n",
        {"calls": ["LRUCache", "put", "get"], "arguments": [[1], [1, 1], [2]]},
        [None, None, -1],
    ),
    "url-shortener": Story(
        "class UrlShortener:\n    def shorten(self, url): return '1'\n"
        "    def expand(self, code): return None\n    def alias(self, url, code): return True\n"
        "    def clicks(self, code): return 0\n",
        {
            "calls": ["UrlShortener", "shorten", "expand"],
            "arguments": [[], ["a"], [{"result": 1}]],
        },
        [None, "1", "a"],
    ),
    "top-active-users": Story(
        "def top_active_users(path, now):\n    return [('b', 1)]\n",
        {"log": ["1\ta\tx"], "now": 1},
        [["a", 1]],
    ),
}


@dataclass(frozen=True)
class Toy:
    """A problem for shapes and types that the packages do not have."""

    entry: str
    right: str
    wrong: str
    arguments: Mapping[str, Any]
    expected: Any
    shapes: Mapping[str, str] = field(default_factory=dict)


TOYS = {
    "mirror": Toy(
        "def mirror(root: TreeNode) -> TreeNode: ...",
        "def mirror(root):\n    if root:\n"
        "        root.left, root.right = mirror(root.right), mirror(root.left)\n    return root\n",
        "def mirror(root):\n    return root\n",
        {"root": [1, 2, None, 3]},
        [1, None, 2, None, 3],
        {"root": "tree", "return": "tree"},
    ),
    "turned": Toy(
        "def turned(head: ListNode) -> ListNode: ...",
        "def turned(head):\n    last = None\n    while head:\n"
        "        head.next, last, head = last, head, head.next\n    return last\n",
        "def turned(head):\n    return head\n",
        {"head": [1, 2]},
        [2, 1],
        {"head": "linked-list", "return": "linked-list"},
    ),
    "whole": Toy(
        "def whole(n: int) -> int: ...",
        "def whole(n): return n\n",
        "def whole(n): return n == 1\n",
        {"n": 1},
        1,
    ),
    "ends": Toy(
        "def ends(nums: list[int]) -> tuple[int, int]: ...",
        "def ends(nums): return nums[0], nums[-1]\n",
        "def ends(nums): return [nums[0], nums[-1]]\n",
        {"nums": list(range(60))},
        [0, 59],
    ),
    "counted": Toy(
        "def counted(exact: str) -> dict[str, int]: ...",
        "def counted(s): return {c: s.count(c) for c in reversed(s)}\n",
        "def counted(s): return {c: True for c in s}\n",
        {"exact": "ab"},
        {"a": 1, "b": 1},
    ),
    "either": Toy(
        "class Either:\n    def __init__(self): ...\n"
        "    def pair(self, n: int) -> tuple[int, str] | list[int | str] | None: ...\n",
        "class Either:\n    def pair(self, n): return [n, 'a'] if n % 2 else (n, 'a')\n",
        "class Either:\n    def pair(self, n): return n, 'a' * n\n",
        {"calls": ["Either", "pair", "pair", "pair"], "arguments": [[], [1], [2], [3]]},
        [None, [1, "a"], [2, "a"], [3, "a"]],
    ),
    "bag": Toy(
        "class Bag:\n    def __init__(self, room: int): ...\n"
        "    def add_item(self, item: int) -> None: ...\n    def size(self) -> int: ...\n",
        "class Bag:\n    def __init__(self, room): self.n = 0\n"
        "    def addItem(self, item): self.n += 1; return 7\n    def size(self): return self.n\n",
        "class Bag:\n    def __init__(self, room): self.n = set()\n"
        "    def addItem(self, item): self.n.add(item % 90)\n"
        "    def size(self): return len(self.n)\n",
        {
            "calls": ["Bag", *["add_item"] * 99, "size"],
            "arguments": [[1], *([n] for n in range(99)), []],
        },
        [*[None] * 100, 99],
    ),
}
#: Whose entries are found by loading the sources; the others have the name of the problem's.
LOADED = {"lca", "kth-largest", "longest-unique-substring", "lru-cache"}
STORED = "-stored"
NAMES = [*STORIES, *TOYS, "lru-cache" + STORED, "ends" + STORED, "bag" + STORED, "either" + STORED]


def outcome(folder: Path, *options: str, typed: str = "") -> str:
    """Run the tests of a folder that knows nothing of this project, and return what is shown."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", ".", *options]
    return subprocess.run(
        command,
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONDONTWRITEBYTECODE": "1",
            # of what is installed here, some plug-ins take seconds to import
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    ).stdout


def write(
    folder: Path,
    name: str,
    problem: Problem,
    source: bytes,
    found: Report,
    *,
    entry: str,
    stored: bool = False,
) -> str:
    """Put a source into a folder, and beside its folder the test that is written for it."""
    path, test = folder / "code" / f"{name}.py", folder / f"test_{name}.py"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(source)
    beside = f"test_{name}.json" if stored else ""
    if stored:
        assert found.failure is not None
        case = case_json(problem, found) or json.dumps(
            {"arguments": found.failure.arguments, "expected": found.failure.expected}
        )
        (folder / beside).write_text(case)
    text = pytest_file(problem, Submission(source, str(path)), entry, found, test, beside)
    test.write_text(text)
    assert text.isascii()
    return text


def told(name: str, packages: Path) -> tuple[Problem, Story]:
    """Return a problem of the catalog or a toy one, and what is played of it."""
    if name in STORIES:
        return default_catalog().get(name), STORIES[name]
    toy = TOYS[name]
    problem = build_problem(
        packages, toy.entry, toy.right, [(toy.arguments, toy.expected)], shapes=toy.shapes
    )
    return problem, Story(toy.wrong, toy.arguments, toy.expected)


@pytest.fixture(scope="module")
def settings(cache: Path) -> Settings:
    return Settings.from_environment({**os.environ, "JUDGE_CACHE_DIR": str(cache)})


@pytest.fixture(scope="module")
def played(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Write tests for a wrong and a right source of each story and toy, and run all at once."""
    folder, packages = tmp_path_factory.mktemp("written"), tmp_path_factory.mktemp("packages")
    for name in NAMES:
        slug = name.removesuffix(STORED)
        problem, story = told(slug, packages)
        fails = failure(arguments=story.arguments, expected=story.expected)
        found = report(Verdict.WRONG_ANSWER, failure=fails, notes=list(story.notes))
        for kind, source in (("wrong", story.wrong.encode()), ("right", problem.reference.source)):
            entry = problem.interface.names[0]
            if slug in LOADED:
                entry = entry_of(Submission(source, "mine.py"), problem, settings)
            test = f"{name.replace('-', '_')}_{kind}"
            write(folder, test, problem, source, found, entry=entry, stored=name != slug)
    return outcome(folder, "-q", "-rA", "--tb=short"), folder


@pytest.mark.needs("full")
@pytest.mark.parametrize("name", NAMES)
def test_the_file_fails_for_the_wrong_and_passes_for_the_right(
    name: str, played: tuple[str, Path]
) -> None:
    """In a folder that holds nothing else, with names that the judge alone would give."""
    shown, stem = played[0], name.replace("-", "_")
    assert f"FAILED test_{stem}_wrong.py::test_counterexample" in shown, shown
    assert f"PASSED test_{stem}_right.py::test_counterexample" in shown, shown


@pytest.mark.needs("full")
@pytest.mark.parametrize(
    ("name", "lines", "begins"),
    [
        ("kth-largest", 45, "assert exact(solution.kth_largest([2, 2, 1], 2)) == exact(2)"),
        ("lru-cache", 45, "instance = solution.LRUCache(1)\n    instance.put(1, 1)\n    assert"),
        ("lca", 75, "root = tree(solution, [1, 2, 3])\n"),
        ("whole", 40, "assert exact(solution.whole(1)) == exact(1)"),
    ],
)
def test_the_file_is_short_and_begins_with_the_test(
    name: str, lines: int, begins: str, played: tuple[str, Path]
) -> None:
    """The input, the call and what is expected stand before any helper."""
    text = (played[1] / f"test_{name.replace('-', '_')}_wrong.py").read_text()
    assert len(text.splitlines()) <= lines
    first = text[text.index("\ndef ") :]
    assert first.startswith(f"\ndef test_counterexample():\n    solution = load()\n    {begins}"), (
        first
    )


LIBRARY = b"""from statistics import mean

def kth_largest(nums, k):
    return mean(nums[k:])
"""


STOPS = [
    (LIBRARY, "StatisticsError", "-> return mean(nums[k:])"),
    (b"def kth_largest(nums, k):\n    return nums[k]\n", "IndexError", "-> return nums[k]"),
    (
        b"def kth_largest(nums, k):\n    return 0\n",
        "",
        "-> assert exact(solution.kth_largest([1], 1)) == exact(1)",
    ),
]


def test_the_debugger_stops_in_the_submission_or_at_the_call(tmp_path: Path) -> None:
    """Not in a library that the submission calls, and not in a helper."""
    problem = default_catalog().get("kth-largest")
    for number, (source, raised, _) in enumerate(STOPS):
        exception = ExceptionInfo(raised, "words", 2) if raised else None
        fails = failure(arguments={"nums": [1], "k": 1}, expected=1, exception=exception)
        verdict = Verdict.RUN_TIME_ERROR if raised else Verdict.WRONG_ANSWER
        found = report(verdict, failure=fails)
        write(tmp_path, f"stop_{number}", problem, source, found, entry="kth_largest")
    shown = outcome(tmp_path, "--pdb", "-q", typed="c\n" * len(STOPS))
    stopped = [line for line in shown.splitlines() if line.startswith("-> ")]
    assert stopped == [stops for _, _, stops in STOPS], shown


SUMS = """
from hypothesis import strategies as st

ONE = {"calls": ["Sum", "add", "total"], "arguments": [[], [3], []]}


def edges():
    return [ONE]


def generated():
    return st.just(ONE)


def scales():
    calls = ["Sum", *["add", "total"] * 6_000]
    yield 12_000, {"calls": calls, "arguments": [[], *[[3], []] * 6_000]}


def validate(arguments):
    return None
"""


def sums(folder: Path) -> Problem:
    return build_problem(
        folder,
        "class Sum:\n    def add(self, n: int) -> None: ...\n    def total(self) -> int: ...",
        "class Sum:\n    def __init__(self): self.n = 0\n"
        "    def add(self, n): self.n += n\n    def total(self): return self.n\n",
        [({"calls": ["Sum", "total"], "arguments": [[], []]}, [None, 0])],
        strategies=SUMS,
    )


LARGE = """
def largest(nums):
    assert len(nums) < 5000
    return max(nums)
"""
LARGE_SUM = """
class Sum:
    def __init__(self): self.n = 0
    def add(self, n):
        assert self.n < 9000
        self.n += n
    def total(self): return self.n
"""
LEAK = """
seen = []
def largest(nums):
    seen.append(max(nums))
    return seen[0]
"""


def judged(problem: Problem, source: str, settings: Settings) -> Report:
    return result_of(judge(Submission(source.encode(), "mine.py"), problem, settings))


@pytest.mark.needs("full")
@pytest.mark.parametrize(
    ("build", "source"), [(largest, LARGE), (sums, LARGE_SUM)], ids=["function", "class"]
)
def test_a_large_case_is_played_from_a_file_beside_the_test(
    build: Callable[[Path], Problem], source: str, settings: Settings, tmp_path: Path
) -> None:
    """Its report holds a part of it; the test has the whole, and so has the input's file."""
    problem = build(tmp_path)
    found = judged(problem, source, settings)
    assert found.failure is not None
    assert found.failure.cut
    whole = with_whole_case(problem, settings, found)
    assert problem.strategies().validate(json.loads(input_json(whole))) is None
    assert len(case_json(problem, whole)) > INSIDE_CHARACTERS
    entry, folder = problem.interface.names[0], tmp_path / "written"
    folder.mkdir()
    for name, text in (("wrong", source.encode()), ("right", problem.reference.source)):
        test = write(folder, name, problem, text, whole, entry=entry, stored=True)
        assert len(test) < 5_000
    shown = outcome(folder, "-q", "-rA")
    assert "AssertionError" in shown
    assert "FAILED test_wrong.py" in shown, shown
    assert "PASSED test_right.py" in shown, shown


@pytest.mark.needs("full")
def test_a_test_of_what_is_slow_shows_the_time_by_line(settings: Settings, tmp_path: Path) -> None:
    """Run as a program, it names the line that takes it."""
    slow = b"def kth_largest(nums, k):\n    x = 0\n    for _ in range(10**5):\n        x += 1\n"
    found = report(
        Verdict.TIME_LIMIT_EXCEEDED, failure=failure(arguments={"nums": [1], "k": 1}, expected=1)
    )
    problem = default_catalog().get("kth-largest")
    write(tmp_path, "mine", problem, slow, found, entry="kth_largest")
    shown = subprocess.run(
        [sys.executable, "test_mine.py"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    dearest = shown.splitlines()[:2]
    assert all("line 3: " in line or "line 4: " in line for line in dearest), shown


@pytest.mark.needs("full")
def test_a_leak_is_played_with_the_call_that_leaves_it(settings: Settings, tmp_path: Path) -> None:
    """Both calls in one process, and only the second is held against its answer."""
    problem, folder = largest(tmp_path), tmp_path / "written"
    folder.mkdir()
    found = judged(problem, LEAK, settings)
    for name, source in (("wrong", LEAK.encode()), ("right", problem.reference.source)):
        text = write(folder, name, problem, source, found, entry="largest")
        assert text.count(" solution.largest(") == 1
        assert text.count("(solution.largest(") == 1
    shown = outcome(folder, "-q", "-rA")
    assert "FAILED test_wrong.py" in shown, shown
    assert "PASSED test_right.py" in shown, shown


@pytest.mark.parametrize("entry", ["f(", "import", "Solution.\n", "a.b.c", "\u00e4", "x;y"])
def test_no_name_of_a_submission_becomes_code(entry: str) -> None:
    """A name that is no plain one is looked up by its text."""
    found = report(Verdict.WRONG_ANSWER, failure=failure())
    problem = default_catalog().get("lca")
    text = pytest_file(problem, Submission(b"", "a.py"), entry, found, Path("test_it.py"))
    ast.parse(text)
    assert text.isascii()
    assert "getattr(" in text


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
