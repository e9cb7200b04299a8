"""The problem packages that tests judge on; `judge.testing.build_problem` writes them.

Those of the hostile programs are in tests/security/puzzles.py, and the one whose cost is counted is
in benchmarks/spin.py.
"""

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from judge.problems.catalog import default_catalog
from judge.problems.problem import Problem, load_package
from judge.testing import build_problem

#: Bundled packages whose large cases are long logs or a million calls, for seconds each: the quick
#: suite plays few solutions of these.
HEAVY = frozenset(
    {
        "consistent-hash",
        "fraud-detector",
        "inventory",
        "message-queue",
        "notifications",
        "rate-limiter",
        "realtime-analytics",
        "top-active-users",
    }
)

#: These, and others whose largest inputs take a second or more to make and to look at.
LARGE_INPUTS = HEAVY | {
    "find-median-stream",
    "kth-largest",
    "lca",
    "longest-unique-substring",
    "lru-cache",
    "news-feed",
    "url-shortener",
}


@functools.cache
def bundled() -> Mapping[str, Problem]:
    """Return the bundled packages, in order; they are read once for all tests of a process."""
    catalog = default_catalog()
    return MappingProxyType({slug: catalog.get(slug) for slug in catalog.slugs()})


DOUBLE = """
from hypothesis import strategies as st


def edges():
    return [{"n": 0, "text": ""}, {"n": 2, "text": "two"}, {"n": 9, "text": "\\ud800"}]


def generated():
    return st.fixed_dictionaries({"n": st.integers(-99, 99), "text": st.text(max_size=6)})


def scales():
    for size in (10_000, 200_000):
        yield size, {"n": 1, "text": "ab" * (size // 2)}


def validate(arguments):
    return None if abs(arguments["n"]) <= 99 else "n is out of range"
"""

LARGEST = """
from hypothesis import strategies as st


def edges():
    return [{"nums": [0]}, {"nums": [-1, -2]}]


def generated():
    return st.fixed_dictionaries({"nums": st.lists(st.integers(-99, 99), min_size=1, max_size=20)})


def scales():
    yield 2000, {"nums": list(range(2000))}
    yield 20000, {"nums": list(range(20000))}


def validate(arguments):
    nums = arguments["nums"]
    if not isinstance(nums, list) or not nums:
        return "nums is no list of integers"
    fine = all(type(n) is int and -99 <= n <= 20000 for n in nums)
    return None if fine else "nums holds no such numbers"
"""

LINES = """
from hypothesis import strategies as st


def edges():
    return [{"log": ["x"]}]


def generated():
    lines = st.lists(st.text("ab\\u00fc", min_size=1, max_size=4), min_size=1, max_size=9)
    return st.fixed_dictionaries({"log": lines})


def scales():
    yield 5000, {"log": ["line"] * 5000}


def validate(arguments):
    return None if arguments["log"] and all(map(str.strip, arguments["log"])) else "an empty line"
"""


def double(folder: Path, strategies: str = DOUBLE) -> Problem:
    """Write `double(n, text)`, whose text may be of any length and does not count."""
    return build_problem(
        folder,
        "def double(n: int, text: str) -> int: ...",
        "def double(n, text):\n    return 2 * n\n",
        [({"n": 2, "text": "two"}, 4)],
        strategies=strategies,
    )


def largest(
    folder: Path,
    reference: str = "def largest(nums): return max(nums)\n",
    answers: tuple[int, int] = (3, 5),
    strategies: str = LARGEST,
    **changes: Any,
) -> Problem:
    """Write `largest(nums)`, with these answers to its samples [3, 1, 2] and [5]."""
    return build_problem(
        folder,
        "def largest(nums: list[int]) -> int: ...",
        reference,
        [({"nums": [3, 1, 2]}, answers[0]), ({"nums": [5]}, answers[1])],
        strategies=strategies,
        complexity={"time": "O(n)", "space": "O(1)"},
        limits={"memory_mib": 64, "floor_seconds": 0.3},
        **changes,
    )


def counter(folder: Path, reference: str) -> Problem:
    """Write a class problem: `Counter().add(n)` and `total()`."""
    calls = {"calls": ["Counter", "add", "total", "total"], "arguments": [[], [2], [], []]}
    return build_problem(
        folder,
        "class Counter:\n    def add(self, n: int) -> None: ...\n    def total(self) -> int: ...",
        reference,
        [(calls, [None, None, 2, 2])],
    )


def count_lines(folder: Path, strategies: str = LINES, **changes: Any) -> Problem:
    """Write `count_lines(log)`, whose argument is a file."""
    return build_problem(
        folder,
        "def count_lines(log: str) -> int: ...",
        "def count_lines(path):\n"
        "    with open(path, encoding='utf-8') as file:\n"
        "        return sum(1 for line in file if line.strip())\n",
        [({"log": ["a", "b"]}, 2)],
        strategies=strategies,
        shapes={"log": "file"},
        limits={"floor_seconds": 0.3},
        **changes,
    )


STAFF = """
from hypothesis import strategies as st


def edges():
    yield {"staff": []}
    yield {"staff": [[1, "Ann", None]]}
    yield {"staff": [[1, "Ann", None], [2, "Ann", 1]]}
    yield {"staff": [[2, "Bo", None], [1, "Ann", 2], [3, "Cai", 2]]}


def generated():
    names = st.sampled_from(["Ann", "Bo", "Cai"])
    rows = st.lists(st.tuples(names, st.booleans()), max_size=6)
    return st.builds(_staff, rows)


def _staff(rows):
    numbered = enumerate(rows, 1)
    return {"staff": [[n, name, 1 if led and n > 1 else None] for n, (name, led) in numbered]}


def scales():
    yield 3000, {"staff": [[n, f"name {n % 700}", n // 30 or None] for n in range(1, 3001)]}


def validate(arguments):
    ids = {row[0] for row in arguments["staff"]}
    if len(ids) != len(arguments["staff"]):
        return "an id occurs twice"
    led = all(row[2] is None or row[2] in ids for row in arguments["staff"])
    named = all(type(row[1]) is str and row[1] for row in arguments["staff"])
    return None if led and named else "it is no staff"


MOST_INPUTS = 20
"""

#: The name of everybody who is led by the person of id 1, in order.
LED = """
CREATE INDEX led ON staff(boss, name);
SELECT name, boss FROM staff WHERE boss = 1 ORDER BY name;
"""

STAFF_MANIFEST = """
title = "Staff"
difficulty = "easy"
tags = ["test"]
checker = "equal"
hints = []

[complexity]
time = "O(n)"
space = "O(n)"

[limits]
memory_mib = 64
floor_seconds = 2.0

[entry]
kind = "query"
names = ["staff"]

[query]
step_factor = 10.0
answer = ["name", "boss"]
tables.staff = ["id INTEGER PRIMARY KEY", "name TEXT NOT NULL", "boss INTEGER"]

[[samples]]
arguments = '{"staff": [[1, "Ann", null], [2, "Cai", 1], [3, "Bo", 1]]}'
expected = '[["Bo", 1], ["Cai", 1]]'
"""


def staff(folder: Path, *, manifest: str = STAFF_MANIFEST, reference: str = LED) -> Problem:
    """Write a query problem: the names of those whom the person of id 1 leads, in order."""
    texts = {
        "problems/staff/problem.toml": manifest,
        "problems/staff/statement.md": "# Staff\n",
        "problems/staff/editorial.md": "# Staff\n",
        "problems/staff/starter.sql": "SELECT name, boss FROM staff;\n",
        "problems/staff/strategies.py": STAFF,
        "solutions/staff/accepted/reference.sql": reference,
    }
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_package(folder / "problems" / "staff", folder / "solutions" / "staff")


GIVEN = '''
def largest(nums):
    """Return the largest number."""
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best
'''
#: The program above without its bug, which needs one line.
MENDED = GIVEN.replace("len(nums) - 1", "len(nums)")
MEND_MANIFEST = """
title = "Mend largest"
difficulty = "easy"
tags = ["test"]

[debug]
base = "largest"
given = "broken.py"
"""


def mend_largest(
    folder: Path, manifest: str = MEND_MANIFEST, files: dict[str, str] | None = None
) -> Problem:
    """Write `largest`, and a problem that gives a broken program for it, of six lines."""
    largest(folder)
    texts = {
        "problems/mend-largest/problem.toml": manifest,
        "problems/mend-largest/statement.md": "# Mend largest\n",
        "problems/mend-largest/editorial.md": "# Mend largest\n",
        "problems/mend-largest/broken.py": GIVEN,
        "solutions/mend-largest/accepted/smallest.py": MENDED,
        "solutions/mend-largest/accepted/anew.py": "def largest(nums): return max(nums)\n",
        "solutions/mend-largest/wrong_answer/as_given.py": GIVEN,
        **(files or {}),
    }
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    name = "mend-largest"
    return load_package(folder / "problems" / name, folder / "solutions" / name)


COUNTER = """
from hypothesis import strategies as st

ADDS = [["add", 1]], [["add", 2]]
READS = [["add", 1], ["read"]], [["read"], ["add", 4]]


def edges():
    yield {"before": [["add", 1]], "threads": list(READS), "after": []}


def generated():
    return st.sampled_from(
        [
            {"before": [], "threads": [*ADDS], "after": [["read"], ["read"]]},
            {"before": [], "threads": [*ADDS, [["add", 4]]], "after": [["read"]]},
        ]
    )


def scales():
    yield from ()


MOST_INPUTS = 2


def validate(arguments):
    threads = arguments["threads"]
    if not 2 <= len(threads) <= 3 or not all(threads):
        return "two or three threads, none of them empty"
    calls = [*arguments["before"], *arguments["after"], *(c for one in threads for c in one)]
    fine = all(call == ["read"] or (call[0] == "add" and call[1] >= 1) for call in calls)
    return None if fine and len(calls) <= 6 else "other calls, or too many"
"""
COUNTER_MANIFEST = """
title = "Counter"
difficulty = "easy"
tags = ["test"]
checker = "equal"
hints = []

[complexity]
time = "O(1)"
space = "O(1)"

[limits]
memory_mib = 64
floor_seconds = 2.0

[entry]
kind = "threads"
names = ["Counter"]

[[entry.methods]]
name = "add"
returns = "bool"
parameters = [{ name = "n", type = "int" }]

[[entry.methods]]
name = "read"
returns = "int"
parameters = []

[[samples]]
arguments = '{"before": [], "threads": [[["add", 1]], [["add", 2]]], "after": [["read"]]}'
expected = '[["01", [true, true, 3]], ["10", [true, true, 3]]]'
"""
SAFE_COUNTER = """
import threading


class Counter:
    def __init__(self):
        self.lock = threading.Lock()
        self.value = 0

    def add(self, n):
        with self.lock:
            self.value += n
            return True

    def read(self):
        with self.lock:
            return self.value
"""
RACY_COUNTER = """
class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        value = self.value
        self.value = value + n
        return True

    def read(self):
        return self.value
"""


def threaded_counter(
    folder: Path, *, manifest: str = COUNTER_MANIFEST, reference: str = SAFE_COUNTER
) -> Problem:
    """Write a problem of threads: a class that adds numbers up."""
    texts = {
        "problems/counter/problem.toml": manifest,
        "problems/counter/statement.md": "# Counter\n",
        "problems/counter/editorial.md": "# Counter\n",
        "problems/counter/starter.py": RACY_COUNTER,
        "problems/counter/strategies.py": COUNTER,
        "solutions/counter/accepted/reference.py": reference,
    }
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_package(folder / "problems" / "counter", folder / "solutions" / "counter")
