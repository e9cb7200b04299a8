"""Chosen schedules of real threads: races are found, safe classes raise no alarm, runs repeat."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from judge.languages.python.guest import loading
from judge.languages.python.guest.threads import given, locks, look, opening
from judge.languages.python.guest.threads.points import ITEMS, points_of
from judge.languages.python.guest.threads.scenario import ScenarioCase
from tests.packages import RACY_COUNTER, SAFE_COUNTER

SOLUTIONS = Path(__file__).parents[5] / "solutions" / "race-condition"
COUNTER = {"names": ["Counter"], "methods": [("add", 1), ("read", 0)]}
BANK = {
    "names": ["Bank"],
    "methods": [
        ("open", 2),
        ("deposit", 2),
        ("withdraw", 2),
        ("transfer", 3),
        ("balance", 1),
        ("total", 0),
    ],
}
ADDS: list[Any] = [[], [[["add", 1]], [["add", 2]]], [["read"]]]
#: Scenarios of the bank that meet at locks, queues and conditions.
SCENARIOS: list[list[Any]] = [
    [
        [["open", "a", 10], ["open", "b", 10]],
        [[["transfer", "a", "b", 4], ["withdraw", "a", 7]], [["transfer", "b", "a", 3]]],
        [["balance", "a"], ["balance", "b"]],
    ],
    [
        [["open", "a", 10]],
        [[["deposit", "a", 1]], [["withdraw", "a", 11]], [["transfer", "a", "a", 5]]],
        [["total"]],
    ],
    [
        [["open", "a", 10], ["open", "b", 1]],
        [[["transfer", "a", "b", 4]], [["total"], ["open", "c", 2]]],
        [["total"]],
    ],
]


@pytest.fixture(autouse=True)
def _limit() -> Iterator[None]:
    """Give the recursion limit back that a call sets."""
    limit = sys.getrecursionlimit()
    yield
    sys.setrecursionlimit(limit)


def case_of(source: str, described: Any = COUNTER) -> ScenarioCase:
    """Return the case that plays a class."""
    interface = {
        "kind": "class",
        "names": described["names"],
        "parameters": [],
        "methods": [{"name": name, "arity": arity} for name, arity in described["methods"]],
    }
    bounds = opening.Limits(lambda: False)
    program = loading.load(interface, source.encode(), lambda call: call, bounds=bounds)
    return ScenarioCase(program.entry, program.source)


def explored(
    case: ScenarioCase,
    scenario: list[Any],
    bounds: tuple[int, int, int] = (40, 2, 4),
    seed: int = 1,
) -> tuple[list[Any], int]:
    """Return every new history of a scenario, and the number of schedules."""
    case.prepare(scenario)
    histories, tried, first = [], 0, True
    while True:
        asked = {"seed": seed, "bounds": list(bounds), "first": first, "most": 1000}
        case.request = {"explore": asked}
        case.call()
        count, over, found = case.result
        tried, first = tried + count, False
        histories += found
        if over or any(one[4] is not None for one in found):
            return histories, tried


def orders_of(case: ScenarioCase, scenario: list[Any]) -> list[Any]:
    """Return the results of every order."""
    case.prepare(scenario)
    case.request = {}
    case.call()
    found: list[Any] = case.result
    return found


def test_a_lost_update_is_found_with_one_preemption() -> None:
    """The first schedule that shows it has the fewest."""
    found, _ = explored(case_of(RACY_COUNTER), ADDS)
    [lost, *_] = [one for one in found if one[2][2] != "3"]
    assert lost[1] == 1


def test_the_same_source_and_seed_give_the_same_schedules() -> None:
    """Also in another program."""
    assert explored(case_of(RACY_COUNTER), ADDS) == explored(case_of(RACY_COUNTER), ADDS)


def test_a_schedule_can_be_played_again_with_its_lines() -> None:
    """The switch stands between two lines of the other thread."""
    case = case_of(RACY_COUNTER)
    [lost, *_] = [one for one in explored(case, ADDS)[0] if one[2][2] != "3"]
    case.request = {"replay": lost[0]}
    case.call()
    assert case.result[:4] == lost[:4]
    tasks = [task for task, _ in case.result[5]]
    assert sorted(set(tasks)) == [1, 2]
    assert tasks[0] == tasks[-1] != tasks[len(tasks) // 2]


def test_a_safe_class_gives_what_some_order_gives() -> None:
    """And every order's results are those of calls one after the other."""
    case = case_of(SAFE_COUNTER)
    found, tried = explored(case, ADDS)
    assert tried > 10
    assert {tuple(one[2]) for one in found} == {("true", "true", "3")}
    assert orders_of(case, ADDS) == [["01", ["true", "true", "3"]], ["10", ["true", "true", "3"]]]


HALVES = {"names": ["Halves"], "methods": [("add", 1), ("read", 1)]}
TWO_HALVES = """
import threading
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from operator import attrgetter

NAMES = ("one", "other")


@dataclass
class Pair:
    one: int = 0
    other: int = 0


class Halves:
    def __init__(self):
        self.lock, self.money, self.pair = threading.Lock(), {0: 0, 1: 0}, Pair()

    @contextmanager
    def alone(self):
        self.lock.acquire()
        try:
            yield
        finally:
            self.lock.release()

    @property
    def book(self):
        return self.money

    def put(self, one, n):
        WRITE

    def add(self, n):
        with self.alone():
            self.put(0, n)
            self.put(1, n)
            return True

    def read(self, n):
        with self.alone():
            return READ
"""


ITEM = "self.money[one] += n"
FIELD = "setattr(self.pair, NAMES[one], getattr(self.pair, NAMES[one]) + n)"
FIELDS = "if one: self.pair.other += n\n        else: self.pair.one += n"


@pytest.mark.parametrize(
    ("write", "read"),
    [
        (ITEM, "self.money.get(n)"),
        (ITEM, "self.book.get(n)"),
        (FIELD, "getattr(self.pair, NAMES[n])"),
        (FIELD, "attrgetter(NAMES[n])(self.pair)"),
        (FIELDS, "astuple(self.pair)[n]"),
    ],
)
def test_what_is_read_without_the_lock_of_others_is_found(write: str, read: str) -> None:
    """Whatever reads, and through whatever the others take their lock."""
    scenario: list[Any] = [[], [[["add", 1]], [["read", 0], ["read", 1]]], []]
    source = TWO_HALVES.replace("WRITE", write).replace("READ", read)
    found, _ = explored(case_of(source, HALVES), scenario, (20, 0, 0))
    assert ["true", "1", "0"] not in [one[2] for one in found]
    racy = source.replace("with self.alone():\n            return", "if True:\n            return")
    found, _ = explored(case_of(racy, HALVES), scenario, (20, 0, 0))
    assert ["true", "1", "0"] in [one[2] for one in found]


UNSEEN = """
import threading
from dataclasses import dataclass


@dataclass
class Pair:
    one: int = 0
    other: int = 0


BEFORE, AFTER = Pair(), Pair(1, 1)


class Counter:
    def __init__(self):
        self.lock, self.pair, self.kept = threading.Lock(), Pair(), []

    def add(self, n):
        with self.lock:
            self.pair.one += n
            self.pair.other += n
            return True

    def read(self):
        own = []
        with self.lock:
            ASK
        for one in own:
            one.join()
        return found
"""
COMPARED = "found = self.pair == BEFORE or self.pair == AFTER"
EXTENDED = """kept = self.kept
            before = len(kept)
            kept += [0]
            found = len(kept) == before + 1"""
LIVING = """own = [threading.Thread(target=self.add, args=[1])]
            own[0].start()
            found = own[0].is_alive()"""


@pytest.mark.parametrize(
    ("ask", "others"),
    [(COMPARED, [[["add", 1]]]), (EXTENDED, [[["read"]]]), (LIVING, [])],
    ids=["dataclasses are compared", "a list grows by a local name", "a thread is asked for"],
)
def test_what_no_other_instruction_shows_is_found(ask: str, others: list[Any]) -> None:
    """One preemption is enough, at the one place where others can come between."""
    scenario: list[Any] = [[], [[["read"]], *others], []]
    source = UNSEEN.replace("ASK", ask)
    found, _ = explored(case_of(source, COUNTER), scenario, (20, 0, 0))
    assert {one[2][0] for one in found} == {"true"}
    racy = source.replace("with self.lock:\n            " + ask, "if True:\n            " + ask)
    found, _ = explored(case_of(racy), scenario, (20, 0, 0))
    assert {one[2][0] for one in found} == {"true", "false"}


SHARED_CELL = """
import threading


class Counter:
    def __init__(self):
        lock, total, kept = threading.Lock(), 0, []

        def add(n):
            nonlocal total
            own = kept
            own += [n]
            with lock:
                total += n
            return True

        self.add_one, self.sum = add, lambda: total

    def add(self, n):
        return self.add_one(n)

    def read(self):
        return self.sum()
"""


def test_a_look_at_variables_leaves_them_as_others_have_made_them() -> None:
    """Python may write them back after an instruction, and so undo what another thread did."""
    found, tried = explored(case_of(SHARED_CELL), ADDS)
    assert tried > 10
    assert {tuple(one[2]) for one in found} == {("true", "true", "3")}


def test_a_global_may_have_the_name_of_a_method() -> None:
    """What a builtin's name means does not change."""
    code = compile("def read(): return count, items, len", "solution.py", "exec").co_consts[0]
    things = {point.thing for point in points_of(code).values()}
    assert things - {ITEMS} == {"global count", "global items"}


OPPOSITE = """
import threading


class Counter:
    def __init__(self):
        self.one, self.other, self.value = threading.Lock(), threading.Lock(), 0

    def add(self, n):
        first, second = (self.one, self.other) if n == 1 else (self.other, self.one)
        with first, second:
            self.value += n
            return True

    def read(self):
        return self.value
"""


def test_a_deadlock_says_who_waits_for_whom() -> None:
    """Locks that are taken in opposite orders."""
    found, _ = explored(case_of(OPPOSITE), ADDS)
    ended = found[-1][4]
    assert ended[0] == "deadlock"
    assert sorted(ended[1]) == [
        "thread 1 waits for a lock that thread 2 holds",
        "thread 2 waits for a lock that thread 1 holds",
    ]


def test_what_waits_in_a_condition_is_ended_too() -> None:
    """Its `with` gives back a lock that it does not hold any more; that is no failure."""
    path = SOLUTIONS / "run_time_error" / "lost_wake_up.py"
    scenario: list[Any] = [[["open", "a", 9]], [[["withdraw", "a", 9]], [["withdraw", "a", 9]]], []]
    case = case_of(path.read_text("utf-8"), BANK)
    assert explored(case, scenario)[0][-1][4][0] == "deadlock"
    assert explored(case, scenario)[0][-1][4][0] == "deadlock"


def test_waiting_by_the_clock_takes_no_time() -> None:
    """The clock is virtual: an hour passes when all wait."""
    source = SAFE_COUNTER.replace("import threading", "import threading\nimport time").replace(
        "        with self.lock:\n            self.value += n",
        "        time.sleep(3600)\n        with self.lock:\n            self.value += n",
    )
    found, _ = explored(case_of(source), ADDS)
    assert {tuple(one[2]) for one in found} == {("true", "true", "3")}


@pytest.mark.skipif(
    sys.version_info[:2] == (3, 13),
    reason="once one tracer has ended, the other thread spins on until the limit of CPU time",
)
def test_an_endless_spin_is_told() -> None:
    """It gives way, and nobody gets on."""
    source = RACY_COUNTER.replace(
        "        value = self.value\n", "        while self.value < 9:\n            pass\n", 1
    )
    assert explored(case_of(source), ADDS)[0][-1][4][0] == "spin"


@pytest.mark.skipif(
    sys.version_info[:2] == (3, 12),
    reason="its deep recursion under a tracer crashes CPython 3.12.1; in a sandbox that is RTE",
)
def test_a_thread_that_is_no_longer_traced_is_told() -> None:
    """Deep recursion ends the tracer, so what comes after it counts for nothing."""
    path = SOLUTIONS.parents[1] / "tests" / "hostile_threads" / "b02_add_at_the_bottom.py"
    found, _ = explored(case_of(path.read_text("utf-8")), ADDS, (3, 0, 0))
    ended = found[-1][4]
    assert ended is None or ended[0] in {"untraced", "raised"}
    if ended is None:
        assert any(one[2][2] != "3" for one in found)


SAFE = sorted((SOLUTIONS / "accepted").glob("*.py"))


def schedules(path: Path, bounds: tuple[int, int, int]) -> int:
    """Play an accepted solution; every history must have the results of an order."""
    case, tried = case_of(path.read_text("utf-8"), BANK), 0
    for scenario in SCENARIOS:
        known = [results for _, results in orders_of(case, scenario)]
        found, count = explored(case, scenario, bounds)
        tried += count
        for one in found:
            assert one[4] is None, one
            assert one[2] in known, one
    return tried


@pytest.mark.parametrize("path", SAFE[:2], ids=lambda path: path.stem)
def test_safe_banks_raise_no_alarm(path: Path) -> None:
    """A few schedules of each."""
    assert schedules(path, (10, 1, 2)) > 20


@pytest.mark.slow
@pytest.mark.parametrize("path", SAFE, ids=lambda path: path.stem)
def test_safe_banks_raise_no_alarm_in_many_schedules(path: Path) -> None:
    """About 20,000 schedules of all of them together."""
    assert schedules(path, (300, 100, 350)) > 2_000


@pytest.mark.parametrize(
    ("source", "refused"),
    [
        ("import threading, queue\nfrom collections.abc import Callable\n", ""),
        (
            "class A:\n    def __init__(self): super().__init__()\n",
            "",
        ),
        ("class A:\n    __slots__ = ('x',)\n    def __eq__(self, other): return True\n", ""),
        ("import os\n", "`os` is not given"),
        ("import threading as t\nt.Lock.acquire.__globals__\n", "`__globals__` is not given"),
        ("\n\nx = ().__class__\n", "line 3: the attribute `__class__`"),
        ("def f(__builtins__): pass\n", "`__builtins__`"),
        ("match 1:\n    case int(__self__=x): pass\n", "`__self__`"),
        ("class A(metaclass=print): pass\n", "a metaclass"),
        ("class A:\n    def __del__(self): pass\n", "`__del__`"),
        ("try: pass\nexcept E as __builtins__: pass\n", "`__builtins__`"),
        ("global __builtins__\n", "`__builtins__`"),
    ],
)
def test_a_source_is_looked_at_before_it_runs(source: str, refused: str) -> None:
    """What leads out is refused by name and line."""
    if not refused:
        look.look(source)
        return
    with pytest.raises(look.RefusedError) as told:
        look.look(source)
    assert refused in str(told.value)


def test_a_lock_that_a_cached_property_makes_is_waited_for_by_turns() -> None:
    """Up to Python 3.11 the property has a lock too; a real one would never be given back.

    Without one, from 3.12 on, two threads may make two locks, and that is found.
    """
    made = given.module("functools").cached_property(lambda _one: 1)
    lock = getattr(made, "lock", None)
    assert lock is None or isinstance(lock, locks.RLock)
    source = SAFE_COUNTER.replace("        self.lock = threading.Lock()\n", "").replace(
        "    def add",
        "    @functools.cached_property\n    def lock(self):\n"
        "        return threading.Lock()\n\n    def add",
        1,
    )
    histories, tried = explored(case_of(f"import functools\n{source}"), ADDS)
    assert tried > 10
    assert ({one[2][-1] for one in histories} == {"3"}) is (lock is not None)
