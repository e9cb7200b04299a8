import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from judge.kinds import kind_of
from judge.languages.python.guest.loading import LoadError, Program, load
from judge.values.interface import Interface, Method, Parameter
from tests.judge.languages.python.guest.driver import KTH, LIMITER


@pytest.fixture(autouse=True)
def _no_module_left() -> Iterator[None]:
    yield
    sys.modules.pop("solution", None)


def unlimited(function: Callable[[], None]) -> Callable[[], None]:
    return function


def loaded(source: str, interface: Interface = KTH) -> Program:
    return load(kind_of(interface).header(interface), source.encode(), unlimited)


def answer(source: str, *arguments: Any) -> Any:
    return loaded(source).entry.bind()(*arguments)


def refused(source: str, interface: Interface = KTH) -> tuple[str, str]:
    with pytest.raises(LoadError) as caught:
        loaded(source, interface)
    return caught.value.fault["code"], caught.value.fault["message"]


BODY = "return sorted(nums)[-k]"

HABITS = {
    "snake function": f"def find_kth_largest(nums, k): {BODY}",
    "camel function": f"def findKthLargest(nums, k): {BODY}",
    "second name": f"def kth_largest(nums, k): {BODY}",
    "shouted": f"def FIND_KTH_LARGEST(nums, k): {BODY}",
    "method": f"class Solution:\n def findKthLargest(self, nums, k): {BODY}",
    "snake method": f"class Solution:\n def find_kth_largest(self, nums, k): {BODY}",
    "lower-case class": f"class solution:\n def findKthLargest(self, nums, k): {BODY}",
    "bare method": f"def findKthLargest(self, nums, k): {BODY}",
    "bare method that calls another": "def h(self, nums): return sorted(nums)\n"
    "def findKthLargest(self, nums, k): self.s = self.h(nums); return self.s[-k]",
    "static method": f"class Solution:\n @staticmethod\n def findKthLargest(nums, k): {BODY}",
    "class method": f"class Solution:\n @classmethod\n def findKthLargest(cls, nums, k): {BODY}",
    "beside a class that cannot be looked at": "class M(type):\n"
    " def __getattribute__(c, name): raise SystemExit\nclass Odd(metaclass=M): pass\n"
    f"def find_kth_largest(nums, k): {BODY}",
    "beside an object that hides its class": "class Proxy:\n @property\n"
    " def __class__(self): raise RuntimeError('not bound')\nproxy = Proxy()\n"
    f"def find_kth_largest(nums, k): {BODY}",
    "lambda": "find_kth_largest = lambda nums, k: sorted(nums)[-k]",
    "lambda in a class": "class Solution: findKthLargest = lambda self, nums, k: sorted(nums)[-k]",
    "partial": "from functools import partial\ndef g(x, nums, k): return sorted(nums)[-k]\n"
    "find_kth_largest = partial(g, 0)",
    "decorated": "def d(f):\n def inner(*a): return f(*a)\n return inner\n"
    f"@d\ndef find_kth_largest(nums, k): {BODY}",
    "decorated by lru_cache": f"class Solution:\n def findKthLargest(self, nums, k): {BODY}\n"
    "def d(f):\n @functools.wraps(f)\n def inner(*a): return f(*a)\n return inner\n"
    "Solution.findKthLargest = d(Solution.findKthLargest)",
    "decorated by what gives more arguments": "def d(f):\n @functools.wraps(f)\n"
    " def inner(self, nums, k): return f(self, sorted(nums), k, -1)\n return inner\n"
    "class Solution:\n @d\n def findKthLargest(self, nums, k, sign): return nums[sign * k]",
    "decorated by what gives fewer": "def d(f):\n @functools.wraps(f)\n"
    " def inner(self, *a): return f(self, sorted(a[0])[-a[1]])\n return inner\n"
    "class Solution:\n @d\n def findKthLargest(self, found): return found",
    "inherited": f"class Base:\n def findKthLargest(self, nums, k): {BODY}\n"
    "class Solution(Base): pass",
    "extra default": f"def find_kth_largest(nums, k, lo=0, hi=None): {BODY}",
    "star": "def find_kth_largest(*args): return sorted(args[0])[-args[1]]",
    "method with star": "class Solution:\n"
    " def findKthLargest(self, *a): return sorted(a[0])[-a[1]]",
    "keyword-only default": f"def find_kth_largest(nums, k, *, key=None): {BODY}",
    "another name": f"def quickselect(nums, k): {BODY}",
    "another method name": f"class Solution:\n def solve(self, nums, k): {BODY}",
    "another name with helpers": "def _part(a, b): 0\ndef swap(a, i, j): 0\n"
    f"def go(nums, k): {BODY}",
    "another name with a helper class": "class Node:\n def __init__(self, a, b): 0\n"
    f"def go(nums, k): {BODY}",
    "another name with imports": f"from operator import add\ndef go(nums, k): {BODY}",
    "two names of one": f"def findKthLargest(nums, k): {BODY}\nfind_kth_largest = findKthLargest",
    "class and function": "def find_kth_largest(nums, k): return 'function'\n"
    f"class Solution:\n def findKthLargest(self, nums, k): {BODY}",
    "helper that shares a name": "def kth_largest(nums, lo, hi, k): return sorted(nums)[-k]\n"
    "def find_kth_largest(nums, k): return kth_largest(nums, 0, 0, k)",
    "constructor with defaults": f"class Solution:\n def __init__(self, x=1): self.x = x\n"
    f" def findKthLargest(self, nums, k): {BODY}",
    "callable object": "class F:\n def __call__(self, nums, k): return sorted(nums)[-k]\n"
    "find_kth_largest = F()",
    "defined by exec": f"exec('def find_kth_largest(nums, k): {BODY}')",
    "annotated": f"def find_kth_largest(nums: List[int], k: int) -> Optional[int]: {BODY}",
    "future annotations": "from __future__ import annotations\n"
    f"def find_kth_largest(nums: Nothing, k) -> Unknown: {BODY}",
    "class of another name": "class BruteForceSolution:\n"
    f" def findKthLargest(self, nums, k): {BODY}",
    "class of another name, and its base": "class Base:\n def findKthLargest(self, nums, k): 0\n"
    f"class Quick(Base):\n def findKthLargest(self, nums, k): {BODY}",
    "class of another name, and a helper": "class Heap:\n def kthLargest(self, k): 0\n"
    f"class Solution2:\n def findKthLargest(self, nums, k): {BODY}",
    "function, and a class of another name": "class Helper:\n"
    f" def findKthLargest(self, nums, k): 0\ndef find_kth_largest(nums, k): {BODY}",
    "another function, and a helper with such a method": "class Heap:\n"
    f" def kthLargest(self, k): 0\ndef quickselect(nums, k): {BODY}",
    "descriptor": "class D:\n def __init__(self, f): self.f = f\n"
    " def __get__(self, o, t=None): return lambda nums, k: self.f(o, nums, k)\n"
    f"class Solution:\n @D\n def findKthLargest(self, nums, k): {BODY}",
    "descriptor that can be called": "class D:\n def __init__(self, f): self.f = f\n"
    " def __call__(self, o, nums, k): return self.f(o, nums, k)\n"
    " def __get__(self, o, t=None): return functools.partial(self.__call__, o)\n"
    f"class Solution:\n @D\n def findKthLargest(self, nums, k): {BODY}",
    "partialmethod": "from functools import partialmethod\nclass Solution:\n"
    f" def at(self, up, nums, k): {BODY}\n findKthLargest = partialmethod(at, False)",
    "singledispatchmethod": "from functools import singledispatchmethod\nclass Solution:\n"
    " @singledispatchmethod\n def findKthLargest(self, nums, k): raise TypeError\n"
    f" @findKthLargest.register\n def _(self, nums: list, k): {BODY}",
    "singledispatch": "from functools import singledispatch\n@singledispatch\n"
    "def find_kth_largest(nums, k): raise TypeError\n"
    f"@find_kth_largest.register\ndef _(nums: list, k): {BODY}",
    "cached property": "from functools import cached_property\nclass Solution:\n"
    " @cached_property\n def findKthLargest(self): return lambda nums, k: sorted(nums)[-k]",
    "property": "class Solution:\n @property\n def findKthLargest(self):\n"
    "  return lambda nums, k: sorted(nums)[-k]",
    "partial in a class": "from functools import partial\n"
    "def g(x, nums, k): return sorted(nums)[-k]\n"
    "class Solution: findKthLargest = partial(g, 0)",
    "static partial": "from functools import partial\ndef g(x, nums, k): return sorted(nums)[-k]\n"
    "class Solution: findKthLargest = staticmethod(partial(g, 0))",
    "object in a class": "class F:\n def __call__(self, nums, k): return sorted(nums)[-k]\n"
    "class Solution: findKthLargest = F()",
    "cached method": "class Solution:\n @functools.lru_cache(None)\n"
    " def pick(self, nums, k): return sorted(nums)[-k]\n"
    " def findKthLargest(self, nums, k): return self.pick(tuple(nums), k)",
    "made by the constructor": "class Solution:\n def __init__(self):\n"
    "  self.findKthLargest = lambda nums, k: sorted(nums)[-k]",
    "made by __getattr__": "class Solution:\n def __getattr__(self, name):\n"
    "  return lambda nums, k: sorted(nums)[-k]",
    "made by a metaclass": "class M(type):\n def __new__(m, n, b, d):\n"
    "  d['findKthLargest'] = lambda self, nums, k: sorted(nums)[-k]\n"
    "  return super().__new__(m, n, b, d)\nclass Solution(metaclass=M): pass",
    "made by type()": "Solution = type('Solution', (), {'findKthLargest':"
    " lambda self, nums, k: sorted(nums)[-k]})",
    "decorated class": "def d(c):\n c.findKthLargest = lambda self, nums, k: sorted(nums)[-k]\n"
    " return c\n@d\nclass Solution: pass",
    "abstract base": "from abc import ABC, abstractmethod\nclass Base(ABC):\n @abstractmethod\n"
    " def findKthLargest(self, nums, k): ...\nclass Solution(Base):\n"
    f" def findKthLargest(self, nums, k): {BODY}",
    "abstract base of another name": "from abc import ABC, abstractmethod\nclass Base(ABC):\n"
    " @abstractmethod\n def findKthLargest(self, nums, k): ...\nclass Impl(Base):\n"
    f" def findKthLargest(self, nums, k): {BODY}",
    "generic": "T = typing.TypeVar('T')\nclass Solution(typing.Generic[T]):\n"
    f" def findKthLargest(self, nums: List[T], k: int) -> T: {BODY}",
    "slots": "class Solution:\n __slots__ = ('findKthLargest',)\n def __init__(self):\n"
    "  self.findKthLargest = lambda nums, k: sorted(nums)[-k]",
    "bound method": f"class A:\n def f(self, nums, k): {BODY}\nfind_kth_largest = A().f",
    "dataclass": "from dataclasses import dataclass\n@dataclass\nclass P:\n x: 'int' = 0\n"
    f"def find_kth_largest(nums, k): P(); {BODY}",
}


# On 3.13 a partial in a class is still called as it is, and Python warns of 3.14.
@pytest.mark.filterwarnings("ignore:functools.partial will be a method:FutureWarning")
@pytest.mark.parametrize("source", HABITS.values(), ids=HABITS.keys())
def test_every_habit_of_the_contract_is_an_entry(source: str) -> None:
    """A submission is accepted in each of the forms that people type by habit."""
    assert answer(source, [3, 1, 2, 4], 2) == 3


REFUSALS = {
    "nothing": ("", "no_entry", "expected `find_kth_largest(nums, k)`"),
    "helpers only": ("def a(x): 0\ndef b(): 0", "no_entry", "found only `a(x)` and `b()`"),
    "two that fit": (
        "def a(nums, k): 0\ndef b(x, y): 0",
        "ambiguous",
        "`a(nums, k)` and `b(x, y)` could each be the entry",
    ),
    "two with the name": (
        "def findKthLargest(nums, k): 0\ndef find_kth_largest(nums, k): 0",
        "ambiguous",
        "have the entry's name: keep one",
    ),
    "two methods": (
        "class Solution:\n def a(self, n, k): 0\n def b(self, n, k): 0",
        "ambiguous",
        "`Solution.a(n, k)` and `Solution.b(n, k)`",
    ),
    "wrong arity": (
        "def findKthLargest(nums): 0",
        "wrong_arity",
        "expected `find_kth_largest(nums, k)`, found `findKthLargest(nums)`",
    ),
    "wrong arity, other name": (
        "def kth(nums, k, lo, hi): 0",
        "wrong_arity",
        "expected `find_kth_largest(nums, k)`, found `kth(nums, k, lo, hi)`",
    ),
    "self forgotten": (
        "class Solution:\n def findKthLargest(nums, k): 0",
        "wrong_arity",
        "its first parameter must be `self`",
    ),
    "keyword only": (
        "def find_kth_largest(nums, *, k): 0",
        "wrong_arity",
        "found `find_kth_largest(nums, *, k)`",
    ),
    "a number": ("find_kth_largest = 5", "not_callable", "`find_kth_largest` is of type int"),
    "a property": (
        "class Solution:\n @property\n def findKthLargest(self): 0",
        "not_callable",
        "of type property",
    ),
    "async": ("async def find_kth_largest(nums, k): 0", "async", "write `def`"),
    "generator": ("def find_kth_largest(nums, k): yield 0", "generator", "`return` its answer"),
    "constructor": (
        "class Solution:\n def __init__(self, nums): 0\n def findKthLargest(self, nums, k): 0",
        "constructor",
        "`Solution(nums)` needs arguments",
    ),
    "class with the name": (
        "class FindKthLargest:\n def add(self, x): 0",
        "no_entry",
        "`FindKthLargest` is a class: expected a function",
    ),
    "two other classes with the method": (
        (
            "class A:\n def findKthLargest(self, nums, k): 0\n"
            "class B:\n def findKthLargest(self, n, k): 0"
        ),
        "ambiguous",
        "`A.findKthLargest(nums, k)` and `B.findKthLargest(n, k)` have the entry's name: keep one",
    ),
    "another class that needs arguments": (
        "class A:\n def __init__(self, x): 0\n def findKthLargest(self, nums, k): 0",
        "constructor",
        "`A(x)` needs arguments",
    ),
    "another class with another method": (
        "class A:\n def findKthLargest(self, nums): 0",
        "wrong_arity",
        "found `A.findKthLargest(nums)`",
    ),
    "imported only": ("from operator import add", "no_entry", "found no function"),
    "preloaded only": ("reduce", "no_entry", "found no function"),
    "deleted": ("class Solution:\n def findKthLargest(s, n, k): 0\ndel Solution", "no_entry", ""),
}


@pytest.mark.parametrize(("source", "code", "part"), REFUSALS.values(), ids=REFUSALS.keys())
def test_what_is_no_entry_is_refused_with_the_sentence_that_mends_it(
    source: str, code: str, part: str
) -> None:
    """Each wrong form is CE, named, with what was expected beside what was found."""
    found, message = refused(source)
    assert found == code
    assert part in message


def test_each_case_gets_a_fresh_solution() -> None:
    """State on `self` does not survive from one case to the next."""
    source = "class Solution:\n n = 0\n def findKthLargest(self, nums, k):\n  self.n += 1\n"
    program = loaded(source + "  return self.n")
    assert [program.entry.bind()([1], 1) for _ in range(2)] == [1, 1]


def test_an_entry_is_named_as_a_person_would_name_it() -> None:
    """The label says class and method as they are written in the submission."""
    assert loaded(HABITS["method"]).entry.label == "Solution.findKthLargest"
    assert loaded(HABITS["camel function"]).entry.label == "findKthLargest"


@pytest.mark.parametrize(
    ("source", "other"),
    [
        (HABITS["class and function"], "`find_kth_largest(nums, k)`"),
        (HABITS["function, and a class of another name"], "`Helper.findKthLargest(nums, k)`"),
        (HABITS["method"], None),
        (HABITS["method"] + "\nfindKthLargest = Solution().findKthLargest", None),
        (HABITS["method"] + "\ndef kth_largest(nums): 0", None),
        (HABITS["method"] + "\nfrom heapq import nlargest as find_kth_largest", None),
    ],
)
def test_the_entry_says_which_other_was_passed_over(source: str, other: str | None) -> None:
    """Two of the right name are no fault, but who changes the other one must be told."""
    assert loaded(source).entry.passed_over == other


def test_hostile_attributes_do_not_break_the_search_for_the_entry() -> None:
    """An object that lies about everything is passed over or refused, never believed."""
    hostile = "class E:\n def __getattr__(self, n): raise SystemExit\n __call__ = 5\ne = E()\n"
    code, _ = refused(hostile)
    assert code in {"exit", "no_entry"}
    assert refused("class M(type):\n __mro__ = 5\nclass Solution(metaclass=M): 0\n")


CLASS = """
class {name}:
    def __init__(self, limit, window_ms{extra}): self.limit = limit
    def {method}(self, client, now_ms): return True
    {prefix}def seen(self): return 0
"""


def source_of(
    name: str = "RateLimiter", method: str = "allow", extra: str = "", prefix: str = ""
) -> str:
    return CLASS.format(name=name, method=method, extra=extra, prefix=prefix)


@pytest.mark.parametrize(
    "source",
    [
        source_of(),
        source_of("Rate_limiter", "Allow"),
        source_of("Limiter"),
        source_of("Solution"),
        source_of(extra=", clock=None"),
        source_of("Base") + "class RateLimiter(Base): pass",
        source_of() + "class Window: pass\ndef helper(): pass",
        (
            "import functools\nclass RateLimiter:\n def __init__(self, limit, window_ms):\n"
            "  self.limit = limit\n  self.allow = lambda client, now_ms: True\n"
            " def _seen(self, x): return 0\n seen = functools.partialmethod(_seen, 1)"
        ),
        (
            "import functools\nclass RateLimiter:\n def __init__(self, limit, window_ms):\n"
            "  self.limit = limit\n @functools.cached_property\n def allow(self): return max\n"
            " def seen(self): return 0"
        ),
        (
            "import functools\nclass RateLimiter:\n def __init__(self, limit, window_ms):\n"
            "  self.limit = limit\n @functools.singledispatchmethod\n"
            " def allow(self, client, now_ms): return 1\n def seen(self): return 0"
        ),
    ],
)
def test_a_class_problem_takes_the_class(source: str) -> None:
    """The class is found by its name, or as the only one that has all the methods."""
    entry = loaded(source, LIMITER).entry
    assert entry.bind()(1, 2).limit == 1
    assert set(entry.methods) == {"allow", "seen"}


@pytest.mark.parametrize(
    ("source", "code", "part"),
    [
        ("", "no_entry", "expected `class RateLimiter(limit, window_ms)`"),
        ("class RateLimiter: 0", "no_entry", "lacks `allow` and `seen`"),
        ("def RateLimiter(a, b): 0", "not_callable", "of type function"),
        (source_of(extra=", now"), "wrong_arity", "found `RateLimiter(limit, window_ms, now)`"),
        (source_of("A") + source_of("B"), "ambiguous", "`A` and `B` could each"),
        (source_of(prefix="async "), "async", "write `def`"),
        (source_of(prefix="@property\n    "), "not_callable", "`RateLimiter.seen` is not a method"),
        (
            source_of().replace("now_ms): return", "): return"),
            "wrong_arity",
            "`RateLimiter.allow(client)` must take 2 arguments after `self`",
        ),
    ],
)
def test_a_class_that_lacks_something_is_refused(source: str, code: str, part: str) -> None:
    """Missing methods, wrong constructors and functions in place of a class are CE."""
    found, message = refused(source, LIMITER)
    assert found == code
    assert part in message


def test_an_exact_spelling_wins_among_methods_that_match() -> None:
    """Two methods of a class problem may fold to one name; the official one is called."""
    interface = Interface("class", ("C",), (), methods=(Method("get_it", (), "int"),))
    source = "class C:\n def getIt(self): return 1\n def get_it(self): return 2"
    assert loaded(source, interface).entry.methods == {"get_it": "get_it"}


def test_a_parameterless_function_problem_has_an_entry_too() -> None:
    """An interface without parameters is met by a function without parameters."""
    interface = Interface("function", ("now",), (), "int")
    assert loaded("def now(): return 7", interface).entry.bind()() == 7


def test_an_entry_of_another_question_is_refused_with_its_sentence() -> None:
    """It has the right number of parameters, and would be called and be wrong."""
    interface = Interface(
        "function",
        ("find_order",),
        (Parameter("numCourses", "int"), Parameter("prerequisites", "list[list[int]]")),
        "list[int]",
        refuses={"canFinish": "that is question 207"},
    )
    for source in (
        "class Solution:\n def canFinish(self, n, p): return True",
        "def can_finish(n, p): return True",
    ):
        code, message = refused(source, interface)
        assert code == "no_entry"
        assert message.endswith("that is question 207")
    both = "def can_finish(n, p): return True\ndef findOrder(n, p): return []"
    assert loaded(both, interface).entry.label == "findOrder"
