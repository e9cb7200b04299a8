import re
import sys
from collections.abc import Iterator

import pytest

from judge.languages.python.guest import hints
from judge.values.replies import Loaded, Raised
from tests.judge.languages.python.guest.driver import KTH, LIMITER, Guest

VERSION = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
GOOD = "def find_kth_largest(nums, k): return sorted(nums)[-k]\n"
NOTEBOOK = '{"cells": [{"cell_type": "code", "execution_count": null, "source": []}],\n'
NOTEBOOK += ' "metadata": {}, "nbformat": 4, "nbformat_minor": 5}\n'
STDIN = "standard input is empty here: the judge calls find_kth_largest(nums, k)"

SOURCES = {
    "a notebook": (NOTEBOOK, "this is a notebook: export it as a script (.py)"),
    "a notebook without null": (NOTEBOOK.replace("null", "1"), "this is a notebook"),
    "a web page": ("<!DOCTYPE html><html></html>", "this is a web page"),
    "rich text": ("{\\rtf1\\ansi def f}", "this is rich text"),
    "a magic": ("%matplotlib inline\n" + GOOD, "a line of a notebook: export it as a script"),
    "a cell magic": ("%%time\n" + GOOD, "a line of a notebook"),
    "a shell line": ("!pip install numpy\n" + GOOD, "a line of a notebook"),
    "an assigned magic": ("files = !ls\n" + GOOD, "a line of a notebook"),
    "a prompt of a notebook": ("In [1]: x = 1\n" + GOOD, "(a line of a notebook: leave"),
    "an exported magic": ("get_ipython().run_line_magic('time', '')\n" + GOOD, "leave it out"),
    "help in a notebook": (GOOD + "sorted?\n", "a line of a notebook"),
    "a prompt": (">>> x = 1\n" + GOOD, "interactive session: leave out the prompts"),
    "a fence": ("```python\n" + GOOD + "```\n", "paste what stands between the fences"),
    "a merge": ("<<<<<<< HEAD\n" + GOOD, "a merge that is not finished"),
    "a command": ("pip install sortedcontainers\n" + GOOD, "a line for a shell"),
    "a prompt of a shell": ("$ python3 my.py\n" + GOOD, "a line for a shell"),
    "a slip": ("def find_kth_largest(nums, k)) : 0", "unmatched ')'"),
    "another slip": ("x = = 1", f"invalid syntax (this is {VERSION})"),
    "a later f-string": ("x = f'{!}'", f"(this is {VERSION})"),
    "a package": ("import numpy as np\n" + GOOD, "no numpy here; there are: the standard library"),
    "a part of one": ("from scipy.special import comb\n" + GOOD, "no scipy here; there are: "),
    "a helper": (
        "from helpers import kth\n" + GOOD,
        "one file is judged: paste helpers.py into it",
    ),
    "a relative helper": ("from .helpers import kth\n" + GOOD, "paste helpers.py into it"),
    "a relative folder": ("from . import helpers\n" + GOOD, "paste the other file into it"),
    "own nodes": (
        "from tree import TreeNode\n" + GOOD,
        "TreeNode is preloaded here: drop the import",
    ),
    "own list nodes": (
        "from listnode import ListNode\n" + GOOD,
        "ListNode is preloaded here: drop the import",
    ),
    "a print of Python 2": (GOOD + "print 'a'", f"(a line of Python 2, this is {VERSION})"),
    "another print": (GOOD + "print 'a %d' % 1, 2", "a line of Python 2"),
    "an old comparison": (GOOD + "if 1 <> 2: pass", "a line of Python 2"),
    "an old number": (GOOD + "x = 10L", "a line of Python 2"),
    "an old name": ("for i in xrange(3): pass\n" + GOOD, f"(Python 2; in {VERSION} it is range)"),
    "an old attribute": ("{}.iteritems()\n" + GOOD, f"(Python 2; in {VERSION} it is items())"),
    "an object": (
        "def f(a: list[Interval]): return a",
        "(an interval is a list [start, end] here, no object)",
    ),
    "a later name": (
        "from itertools import never_there\n" + GOOD,
        f"cannot import name 'never_there' from 'itertools' (unknown location) (this is {VERSION})",
    ),
    "a later attribute": ("import math\nmath.never_there\n" + GOOD, f"(this is {VERSION})"),
    "a program": ("n = int(input())\nprint(n)", STDIN),
    "a program that reads all": (
        "import sys\nn, *a = map(int, sys.stdin.read().split())\nprint(n)",
        f"not enough values to unpack (expected at least 1, got 0); {STDIN}",
    ),
    "a program with a main": ("def main():\n n = int(input())\nmain()", STDIN),
    "a program that ends well": (
        "import sys\nfor line in sys.stdin: print(line)",
        f"found no function: expected `find_kth_largest(nums, k)`; {STDIN}",
    ),
}


@pytest.fixture(scope="module")
def guest() -> Iterator[Guest]:
    """One guest for many sources, each loaded anew."""
    with Guest() as made:
        yield made


@pytest.mark.parametrize(("source", "part"), SOURCES.values(), ids=SOURCES.keys())
def test_what_was_made_for_elsewhere_is_told(guest: Guest, source: str, part: str) -> None:
    """Python's own words say nothing of notebooks, helper files, other Pythons and input."""
    loaded = guest.load(source, KTH)
    assert isinstance(loaded, Raised)
    assert part in loaded.info.message


@pytest.mark.parametrize(
    ("source", "since", "what"),
    [
        ("type Num = int", (3, 12), "`type` statements"),
        ("type Pair[T] = tuple[T, T]", (3, 12), "`type` statements"),
        ("def first[T](items: list[T]) -> T: return items[0]", (3, 12), "type parameters"),
        ("class Box[T]: pass", (3, 12), "type parameters"),
        ("class Box[T = int]: pass", (3, 13), "defaults of type parameters"),
        ("try: pass\nexcept ValueError, TypeError: pass", (3, 14), "without parentheses"),
        ("x = t'{1}'", (3, 14), "template strings"),
    ],
)
def test_syntax_of_a_later_python_is_told_with_both_versions(
    guest: Guest, source: str, since: tuple[int, int], what: str
) -> None:
    """The file is right where it was written; where it is judged, it loads or says why not."""
    loaded = guest.load(GOOD + source, KTH)
    if sys.version_info[:2] >= since:
        assert isinstance(loaded, Loaded)
        return
    assert isinstance(loaded, Raised)
    came = f"came with Python {since[0]}.{since[1]}, this is {VERSION})"
    assert what in loaded.info.message
    assert came in loaded.info.message


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("return int(input())", STDIN),
        ("import pandas", "no pandas here; there are: "),
        ("import itertools\n return itertools.never_there", f"(this is {VERSION})"),
        ("return nums.never_there", "'list' object has no attribute 'never_there'"),
        ("raise EOFError", STDIN),
        ("import sys\n return sys.maxint", "it is sys.maxsize)"),
        ("return nums.start", "(an interval is a list [start, end] here, no object)"),
        ("raise ImportError(name=5)", ""),
    ],
)
def test_a_call_tells_it_too(guest: Guest, body: str, part: str) -> None:
    """The same hints where the function imports or reads only when it is called."""
    assert isinstance(guest.load(f"def find_kth_largest(nums, k):\n {body}", KTH), Loaded)
    reply = guest.play([1], 1)
    assert isinstance(reply, Raised)
    assert part in reply.info.message


def test_a_class_problem_is_told_how_it_is_called(guest: Guest) -> None:
    """There the judge makes an instance and calls its methods."""
    loaded = guest.load("n = int(input())", LIMITER)
    assert isinstance(loaded, Raised)
    assert loaded.info.message.endswith(
        "the judge makes RateLimiter(limit, window_ms) and calls its methods"
    )


def test_a_good_line_has_no_hint() -> None:
    """None of the patterns takes a line that is Python for something else."""
    lines = "x = a % b\n% 5\nx = not y\npython = 3\nuv = 1\nIn = [1]\n*a, b = c".splitlines()
    taken = [line for line in lines if any(re.match(p, line) for p, _ in hints._LINES)]
    assert taken == ["% 5"]  # the rest of an expression, but only ever a line that does not compile


def test_two_entries_of_one_name_are_told(guest: Guest) -> None:
    """The note says which was judged, so that nobody mends the other one."""
    source = GOOD + "class Solution:\n def findKthLargest(self, nums, k): return sorted(nums)[-k]"
    loaded = guest.load(source, KTH)
    assert isinstance(loaded, Loaded)
    (note,) = loaded.notes
    assert note.code == "another_entry"
    assert note.message == (
        "`Solution.findKthLargest` was judged; `find_kth_largest(nums, k)` has the entry's name too"
    )
