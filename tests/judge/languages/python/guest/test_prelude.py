import builtins
import sys
import types
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from judge.languages.python.guest import prelude

#: As the contract names them.
MODULES = [
    "typing",
    "collections",
    "heapq",
    "bisect",
    "math",
    "itertools",
    "functools",
    "operator",
    "random",
    "statistics",
    "string",
    "re",
    "json",
    "copy",
    "datetime",
    "time",
]


def names_of(source: str) -> dict[str, Any]:
    return prelude.names_for(compile(source, "solution.py", "exec"))


@pytest.fixture
def _not_imported() -> Iterator[None]:
    homes = ("sortedcontainers", "statistics")
    hidden = {name: sys.modules.pop(name) for name in list(sys.modules) if name.startswith(homes)}
    yield
    sys.modules.update(hidden)


@pytest.mark.parametrize("home", MODULES)
def test_every_public_name_of_the_modules_is_given(home: str) -> None:
    """All that a star import gives, and the module: pasted LeetCode solutions load."""
    namespace: dict[str, Any] = {}
    exec(f"from {home} import *", namespace)  # noqa: S102 - a star import needs a namespace
    names = namespace.keys() - {"__builtins__"} - vars(builtins).keys()
    given = names_of("\n".join([home, *names]))
    assert given.keys() == names | {home}
    assert given[home] is import_module(home)


@pytest.mark.parametrize("home", ["sys", *MODULES, "sortedcontainers"])
def test_each_module_is_given(home: str) -> None:
    assert names_of(f"{home}.x") == {home: import_module(home)}


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("Counter", "collections"),
        ("OrderedDict", "collections"),
        ("ChainMap", "collections"),
        ("Pattern", "re"),
        ("Match", "re"),
        ("sub", "re"),
        ("timezone", "datetime"),
        ("bisect", None),
        ("random", None),
        ("copy", None),
        ("time", None),
        ("datetime", None),
        ("SortedList", "sortedcontainers"),
        ("randint", "random"),
        ("mean", "statistics"),
        ("timedelta", "datetime"),
    ],
)
def test_where_names_meet_the_later_home_wins(name: str, home: str | None) -> None:
    """A module wins over what it holds, collections over typing, re over typing and operator."""
    given = names_of(name)[name]
    assert given is (import_module(name) if home is None else getattr(import_module(home), name))


def test_no_built_in_is_shadowed() -> None:
    """Star imports of math, operator and re would replace pow, abs and compile."""
    assert names_of("\n".join(dir(builtins))) == {}


@pytest.mark.parametrize(
    "source",
    [
        "gcd = max; gcd(1, 2)",
        "def gcd(a, b): return a",
        "class gcd: pass",
        "from fractions import Fraction as gcd",
        "for gcd in []: pass",
        "def f():\n global gcd\n gcd = 1",
        "x = 1",
        "\n".join(f"v{n} = {n}" for n in range(300)) + "\ngcd = 1",
    ],
)
def test_a_name_is_given_to_who_uses_it_and_does_not_make_it(source: str) -> None:
    """Nothing is lying about, and a source's own names stay its own from the first line on."""
    assert names_of(source) == {}


@pytest.mark.parametrize(
    "source",
    [
        "gcd(1, 2)",
        "class S:\n def f(self): return [gcd(a, 1) for a in self.x]",
        "class S:\n gcd = 1\n def f(self): return gcd(1, 2)",
        "def f(gcd): return gcd\ndef g(): return gcd(1, 2)",
        "x = eval('gcd(4, 6)')",
    ],
)
def test_a_name_is_found_wherever_it_is_used(source: str) -> None:
    """In methods, comprehensions and texts that are run, beside locals of the same name."""
    assert names_of(source).keys() == {"gcd"}


def test_each_name_is_told_with_the_module_that_it_comes_from() -> None:
    """What runs without the guest imports them from there: one name more or less would differ."""
    told = {name: home for home, names in prelude.given_names().items() for name in names}
    given = names_of("\n".join(told))
    for name, value in given.items():
        home = told[name]
        assert value is (getattr(import_module(home), name) if home else import_module(name))
    # What only another Python has: statistics.kde came with 3.13.
    assert told.keys() - given.keys() <= {"kde", "kde_random"}


def test_node_classes_are_given() -> None:
    """They are no module's names."""
    given = names_of("x: Optional[TreeNode]\ndef f() -> ListNode: 0")
    assert {given[name].__name__ for name in ("TreeNode", "ListNode")} == {"TreeNode", "ListNode"}


def test_each_program_has_names_of_its_own() -> None:
    """What one load adds does not show in the next."""
    names_of("gcd")["extra"] = 1
    assert "extra" not in names_of("gcd")


@pytest.mark.usefixtures("_not_imported")
@pytest.mark.parametrize(
    ("source", "loaded"),
    [
        ("def f(a): return SortedList(a)", "sortedcontainers"),
        ("class S:\n def f(self, a):\n  def g(): return sortedcontainers.SortedDict()", "sortedc"),
        ("x: SortedSet = 1", "sortedcontainers"),
        ("def f(a): return median(a)", "statistics"),
        ("def f(a): return sorted(a)", None),
    ],
)
def test_what_takes_long_is_imported_when_it_is_used(source: str, loaded: str | None) -> None:
    """Its names cost nothing to the many submissions that never use them."""
    names_of(source)
    found = [name for name in ("sortedcontainers", "statistics") if name in sys.modules]
    assert found == ([] if loaded is None else [name for name in found if name.startswith(loaded)])
    assert bool(found) == (loaded is not None)


def test_a_host_without_sortedcontainers_gives_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then its names are unknown, as they would be without the judge."""
    monkeypatch.setitem(sys.modules, "sortedcontainers", None)
    assert names_of("SortedList, sortedcontainers, gcd").keys() == {"gcd"}
    assert isinstance(names_of("math")["math"], types.ModuleType)
