"""Where the hard limit of the stack is small, recursion ends early, and the host is named."""

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
MIB = 1024 * 1024

#: Ways to recurse whose use of the stack differs: Python's own calls, little and much of C's.
ROADS = {
    "plain": "def largest(nums):\n    return 1 + largest(nums)\n",
    "lru_cache": "@lru_cache(None)\ndef down(n):\n    return down(n + 1)\n\n\n"
    "def largest(nums):\n    return down(0)\n",
    "sorted key": "def largest(nums):\n    return sorted(nums, key=lambda n: largest([n]))[0]\n",
    "equal": "class Endless:\n    def __eq__(self, other):\n        return other == self\n\n\n"
    "def largest(nums):\n    return Endless() == Endless()\n",
    "thread": "import threading\n\n\ndef down(n):\n    return max(map(down, [n]))\n\n\n"
    "def largest(nums):\n    fault = []\n"
    "    threading.excepthook = lambda seen: fault.append(seen.exc_value)\n"
    "    one = threading.Thread(target=down, args=(1,))\n    one.start(); one.join()\n"
    "    raise fault[0]\n",
}
WRONG = "def largest(nums):\n    return nums[0]\n"
#: A judge in a process of its own, since nobody but root can take a hard limit back.
CHILD = """
import json, resource, sys
from pathlib import Path

resource.setrlimit(resource.RLIMIT_STACK, (int(sys.argv[1]),) * 2)

from judge.events import result_of
from judge.pipeline import judge
from judge.reports.report import to_json
from judge.settings import Settings
from judge.submission import Submission
from tests.packages import largest

folder = Path(sys.argv[2])
problem = largest(folder)
settings = Settings(folder / "cache", folder / "state", search_examples=0, shrink_calls=0)
reports = {}
for name, source in json.load(sys.stdin).items():
    submission = Submission(source.encode(), "own.py")
    reports[name] = to_json(result_of(judge(submission, problem, settings)))
print(json.dumps(reports))
"""


@pytest.mark.needs("full")
@pytest.mark.parametrize("mebibytes", [8, pytest.param(64, marks=pytest.mark.slow)])
def test_endless_recursion_has_a_line_and_the_host_is_named(tmp_path: Path, mebibytes: int) -> None:
    """No crash: an exception where it was raised, and the note that less depth is the host's."""
    reports = _judged(mebibytes * MIB, ROADS, tmp_path)
    for name, report in reports.items():
        assert report["verdict"] == "RTE", name
        assert report["failure"]["exception"]["type"] == "RecursionError", name
        assert report["failure"]["line"], name
        assert report["isolation"]["missing"] == ["deep recursion"], name
        assert [note["code"] for note in report["notes"]] == ["shallow_recursion"], name


@pytest.mark.needs("full")
def test_a_stack_of_one_mebibyte_still_judges(tmp_path: Path) -> None:
    """What does not recurse is judged as ever, and a wrong answer is not blamed on the host."""
    reports = _judged(MIB, {"plain": ROADS["plain"], "wrong": WRONG}, tmp_path)
    codes = {name: [note["code"] for note in one["notes"]] for name, one in reports.items()}
    assert codes == {"plain": ["shallow_recursion"], "wrong": []}
    assert [one["verdict"] for one in reports.values()] == ["RTE", "WA"]


@pytest.mark.needs("full")
def test_where_the_stack_is_deep_nobody_else_is_named(tmp_path: Path) -> None:
    """The same programs fail by their own fault on a host that keeps the promise."""
    if resource.getrlimit(resource.RLIMIT_STACK)[1] != resource.RLIM_INFINITY:
        pytest.skip("this host has a hard limit of the stack")
    (report,) = _judged(resource.RLIM_INFINITY, {"plain": ROADS["plain"]}, tmp_path).values()
    assert (report["verdict"], report["failure"]["exception"]["type"]) == ("RTE", "RecursionError")
    assert (report["isolation"]["missing"], report["notes"]) == ([], [])


def _judged(stack_bytes: int, sources: dict[str, str], folder: Path) -> dict[str, Any]:
    """Return the report of each source where the stack has this hard limit."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(stack_bytes), str(folder)],
        cwd=ROOT,
        input=json.dumps(sources),
        capture_output=True,
        check=False,
        text=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
    reports: dict[str, Any] = json.loads(done.stdout)
    return reports
