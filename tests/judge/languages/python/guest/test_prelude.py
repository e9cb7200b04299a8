import builtins
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

from judge.languages.python.guest import prelude

NAMES = """
    List Dict Set Tuple Optional Deque DefaultDict Iterable Iterator Union Any Callable NamedTuple
    collections heapq bisect functools itertools math random re string operator sys json time copy
    defaultdict Counter deque OrderedDict namedtuple heappush heappop heapify heappushpop
    heapreplace nlargest nsmallest bisect_left bisect_right insort lru_cache cache reduce
    cmp_to_key accumulate combinations permutations product chain groupby inf gcd ceil floor sqrt
    TreeNode ListNode
"""


@pytest.fixture
def _no_sortedcontainers() -> Iterator[None]:
    hidden = {name: sys.modules.pop(name) for name in list(sys.modules) if "sortedcont" in name}
    yield
    sys.modules.update(hidden)


def test_exactly_the_names_of_the_contract_are_preloaded() -> None:
    """Pasted LeetCode solutions load, and nothing else is lying about."""
    assert set(prelude.PRELUDE) == set(NAMES.split())


def test_each_name_is_told_with_the_module_that_it_comes_from() -> None:
    """What runs without the guest imports them from there: one name more or less would differ."""
    found = {
        name: getattr(import_module(home), name) if home else import_module(name)
        for home, names in prelude.given_names().items()
        for name in names
    }
    sorted_names = {"sortedcontainers", "SortedList", "SortedDict", "SortedSet"}
    assert found.keys() == (prelude.PRELUDE.keys() | sorted_names) - {"TreeNode", "ListNode"}
    same = found.keys() & prelude.PRELUDE.keys()
    assert all(found[name] is prelude.PRELUDE[name] for name in same)


def test_no_built_in_is_shadowed() -> None:
    """A star import would have replaced some; the list must not."""
    assert not set(prelude.PRELUDE) & set(dir(builtins))


def test_each_program_has_names_of_its_own() -> None:
    """What one load adds does not show in the next."""
    code = compile("x = 1", "solution.py", "exec")
    prelude.names_for(code)["extra"] = 1
    assert "extra" not in prelude.names_for(code)


@pytest.mark.usefixtures("_no_sortedcontainers")
@pytest.mark.parametrize(
    ("source", "loaded"),
    [
        ("def f(a): return SortedList(a)", True),
        ("class S:\n def f(self, a):\n  def g(): return sortedcontainers.SortedDict()", True),
        ("x: SortedSet = 1", True),
        ("def f(a): return sorted(a)", False),
    ],
)
def test_sortedcontainers_is_there_when_it_is_mentioned(source: str, loaded: bool) -> None:
    """Its names cost nothing to the many submissions that never use them."""
    names = prelude.names_for(compile(source, "solution.py", "exec"))
    assert ("SortedList" in names) == loaded
    assert ("sortedcontainers" in sys.modules) == loaded
