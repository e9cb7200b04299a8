"""Recursion is equally deep on every supported Python, however a function is called again."""

import resource
import sys
from dataclasses import dataclass

import pytest

from judge.languages.python.guest import recursion
from judge.values.replies import Loaded, Raised, Returned
from tests.judge.languages.python.guest.driver import Guest

#: What the contract promises: of calls of Python functions, and of levels through C.
PLAIN, THROUGH_C = 90_000, 20_000

NESTED = "    x = None\n    for _ in range(a): x = Nest(x)\n"


@dataclass(frozen=True)
class Road:
    """A way to recurse: `source` defines f(a), which goes a levels deep."""

    source: str
    endless: bool = True
    depth: int = THROUGH_C


def _nest(method: str, use: str) -> Road:
    """A special method of an object that calls the same one of the object inside."""
    head = "class Nest:\n    def __init__(self, inner): self.inner = inner\n"
    return Road(f"{head}    {method}\ndef f(a):\n{NESTED}    {use}\n    return a", endless=False)


ROADS = {
    "plain": Road("def f(a): return a and 1 + f(a - 1)", depth=PLAIN),
    "method": Road(
        "class Solution:\n    def f(self, a): return a and 1 + self.f(a - 1)", depth=PLAIN
    ),
    "list comprehension": Road("def f(a): return a and 1 + [f(x) for x in [a - 1]][0]"),
    "lru_cache": Road("@lru_cache(None)\ndef f(a): return a and 1 + f(a - 1)"),
    "cached method": Road(
        "class Solution:\n    @cache\n    def f(self, a): return a and 1 + self.f(a - 1)"
    ),
    "max of a generator": Road("def f(a): return a and 1 + max(f(x) for x in [a - 1])"),
    "sum of a generator": Road("def f(a): return a and 1 + sum(f(x) for x in [a - 1])"),
    "any of a generator": Road(
        "def g(n): return n and any(g(x) for x in [n - 1])\ndef f(a): g(a); return a"
    ),
    "sorted key": Road("def f(a):\n    if a: sorted([1], key=lambda x: f(a - 1))\n    return a"),
    "list.sort key": Road("def f(a):\n    if a: [a - 1].sort(key=f)\n    return a"),
    "map": Road("def f(a): return a and 1 + [*map(f, [a - 1])][0]"),
    "reduce": Road("def f(a): return a and reduce(lambda x, y: 1 + f(a - 1), [0, 0])"),
    "re.sub": Road(
        "def f(a):\n    if a: re.sub('x', lambda found: str(f(a - 1)), 'x')\n    return a"
    ),
    "partial": Road(
        "from functools import partial\ndef f(a): return a and 1 + partial(f, a - 1)()"
    ),
    "decorator": Road(
        "from functools import wraps\ndef again(g):\n    @wraps(g)\n"
        "    def inner(*given): return g(*given)\n    return inner\n"
        "@again\ndef f(a): return a and 1 + f(a - 1)"
    ),
    "constructor": Road(
        "class Nest:\n    def __init__(self, n): self.inner = Nest(n - 1) if n else None\n"
        "def f(a):\n    Nest(a)\n    return a"
    ),
    "__call__": Road(
        "class Again:\n    def __call__(self, n): return n and 1 + self(n - 1)\n"
        "def f(a): return Again()(a)"
    ),
    "__getattr__": Road(
        "class Far:\n    def __getattr__(self, name):\n        n = int(name[1:])\n"
        "        return n and 1 + getattr(self, f'a{n - 1}')\n"
        "def f(a): return getattr(Far(), f'a{a}')",
        endless=False,
    ),
    "__missing__": Road(
        "class Table(dict):\n    def __missing__(self, n): return n and 1 + self[n - 1]\n"
        "def f(a): return Table()[a]"
    ),
    "__len__": _nest(
        "def __len__(self): return 0 if self.inner is None else len(self.inner)", "len(x)"
    ),
    "__eq__": _nest("def __eq__(self, other): return self.inner == other.inner", "x == x"),
    "__lt__": _nest(
        "def __lt__(self, other): return not self.inner or self.inner < other.inner", "x < x"
    ),
    "__hash__": _nest("def __hash__(self): return hash(self.inner)", "hash(x)"),
    "__repr__": _nest("def __repr__(self): return '.' + repr(self.inner)[:9]", "repr(x)"),
    "__iter__": _nest("def __iter__(self): return iter(self.inner or ())", "list(x)"),
    "deepcopy": _nest("def nothing(self): pass", "copy.deepcopy(x)"),
    "equal lists": Road("def g(n):\n    x = []\n    for _ in range(n): x = [x]\n    return x\n"
                        "def f(a): return a * (g(a) == g(a))", endless=False),
    "json.dumps": Road("def f(a):\n    x = []\n    for _ in range(a): x = [x]\n"
                       "    return json.dumps(x).count('[') - 1", endless=False),
    "json.dumps default": Road(
        "class Nest:\n    def __init__(self, n): self.n = n\n"
        "def inside(x): return [Nest(x.n - 1)] if x.n else 0\n"
        "def f(a): return json.dumps(Nest(a), default=inside).count('[')"
    ),
    "thread": Road(
        "import threading\n@cache\ndef g(n): return n and 1 + g(n - 1)\n"
        "def f(a):\n    out = []\n    threading.stack_size(1 << 28)\n"
        "    one = threading.Thread(target=lambda: out.append(g(a)))\n"
        "    one.start(); one.join()\n    return out[0]",
        # The largest stack of a thread, 64 MiB, has room for so many where they are counted.
        depth=THROUGH_C if sys.version_info < (3, 12) else 6_000,
        endless=False,
    ),
}  # fmt: skip
#: The others are variations, and their endless recursion takes long.
USUAL = ("plain", "lru_cache", "max of a generator", "sorted key", "__len__", "__eq__", "thread")
MARKED = [pytest.param(name, marks=() if name in USUAL else (pytest.mark.slow,)) for name in ROADS]
ENDLESS = [one for one in MARKED if ROADS[str(one.values[0])].endless]


@pytest.mark.parametrize("name", MARKED)
def test_recursion_reaches_the_promised_depth(name: str) -> None:
    """90,000 calls deep, and 20,000 levels where C functions call back, on every Python."""
    road = ROADS[name]
    with Guest() as guest:
        guest.load(road.source)
        assert guest.play(road.depth) == Returned(road.depth)


@pytest.mark.parametrize("name", ENDLESS)
def test_endless_recursion_ends_in_its_exception(name: str) -> None:
    """The stack is deep enough for every limit: no crash, a line, a shortened traceback."""
    with Guest() as guest:
        guest.load(ROADS[name].source)
        reply = guest.play(-1)
        assert isinstance(reply, Raised)
        assert (reply.info.type, reply.info.code) == ("RecursionError", "exception")
        assert reply.info.line is not None
        assert len(reply.info.traceback) < 4_000
        assert isinstance(guest.play(-1), Raised)  # and the counter is what it was


RAISED = "import sys, threading\nsys.setrecursionlimit(10**6)\n"
KEPT = {
    "at the top": (f"{RAISED}def f(a): return f(a)", 3),
    "in the call": (
        "def f(a):\n    sys.setrecursionlimit(10**6); return g(a)\ndef g(a): return g(a)",
        3,
    ),
    "by name": ("from sys import setrecursionlimit as up\nup(10**6)\ndef f(a): return f(a)", 3),
    "in a thread": (
        RAISED + "def g(a): return g(a)\ndef f(a):\n    one = threading.Thread(target=g, args=(a,))"
        "\n    one.start(); one.join()\n    return a",
        3,
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_a_kept_limit_is_not_raised_and_depth_and_line_are_told(name: str) -> None:
    """However a program sets its own limit; the judge asks for that in a second look alone."""
    source, line = KEPT[name]
    with Guest() as guest:
        assert isinstance(guest.load(source, recursion=5_000), Loaded)
        reply = guest.play(1)
    assert isinstance(reply, Raised)
    assert (reply.info.type, reply.info.line) == ("RecursionError", line)
    assert reply.info.depth in range(4_900, 5_000)


def test_the_limit_is_the_program_s_own_to_raise_else() -> None:
    """As deep as it says, and the depth is told."""
    with Guest() as guest:
        guest.load("def f(a):\n    sys.setrecursionlimit(a)\n    return f(a)")
        for limit in (2_000, 150_000):
            reply = guest.play(limit)
            assert isinstance(reply, Raised)
            assert reply.info.depth in range(limit - 100, limit)


def test_the_compiler_recurses_no_deeper_than_usual() -> None:
    """A source that is nested too deeply does not load; the compiler's stack is safe."""
    with Guest() as guest:
        refused = guest.load(f"def f(a): return {'-' * 100_000}a")
        assert isinstance(refused, Raised)
        assert refused.info.code == "syntax"
    with Guest() as guest:
        refused = guest.load(f"def f(a): return {'a+' * 100_000}a")
        assert isinstance(refused, Raised)
        assert refused.info.code == "syntax"


def test_a_small_stack_bounds_what_could_end_in_a_crash() -> None:
    """Where the host's hard limit is low, recursion ends in its exception, and that is told."""
    assert recursion.stack_calls(8 * 1024 * 1024) == 3276
    assert recursion.stack_calls(1024**3) > recursion.PYTHON_CALLS
    assert recursion.stack_calls(resource.RLIM_INFINITY) >= recursion.PYTHON_CALLS


@pytest.mark.skipif(not recursion._COUNTED_APART, reason="one limit counts all calls")
def test_the_counter_is_taken_only_where_it_stands_as_expected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is not plausible is left alone, and recursion is as deep as the interpreter has it."""
    assert recursion._Counter().found
    monkeypatch.setattr(recursion, "_PLAUSIBLE", range(3))
    assert not recursion._Counter().found
    limit = sys.getrecursionlimit()
    monkeypatch.setattr(recursion, "_MARK", limit + 1)
    monkeypatch.setattr(recursion, "_SEARCHED", 4)
    assert not recursion._Counter().found
    assert sys.getrecursionlimit() == limit
