"""Laws of linearizability, and what is believed of a program that plays schedules."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.kinds.exploring import _ran
from judge.kinds.history import History, is_explained, why_not
from judge.kinds.kind import Rules
from judge.kinds.scenario import calls_of, orders, scenario_reason
from judge.kinds.threads import THREADS
from judge.reduction import scenario_moves
from judge.values import Interface
from judge.values.interface import Method, Parameter
from judge.verdict import Verdict

COUNTER = Interface(
    "threads",
    ("Counter",),
    (),
    methods=(Method("add", (Parameter("n", "int"),), "bool"), Method("read", (), "int")),
)
SCENARIO = {"before": [], "threads": [[["add", 1]], [["read"], ["read"]]], "after": [["read"]]}
KNOWN = [
    ["011", [True, 1, 1, 1]],
    ["101", [True, 0, 1, 1]],
    ["110", [True, 0, 0, 1]],
]
EQUAL = Rules("equal", lambda *_: pytest.fail("no checker is asked"))


def history(results: list[Any], *moments: tuple[int, int]) -> History:
    return History(tuple(results), moments)


def test_a_history_is_explained_by_an_order_that_keeps_what_was_seen() -> None:
    """Calls that overlap may come in either order, and others only as they came."""
    overlap = ((0, 5), (1, 2), (3, 4))
    assert is_explained(SCENARIO, KNOWN, history([True, 0, 1, 1], *overlap))
    assert is_explained(SCENARIO, KNOWN, history([True, 1, 1, 1], *overlap))
    assert not is_explained(SCENARIO, KNOWN, history([True, 1, 0, 1], *overlap))
    late = ((0, 1), (2, 3), (4, 5))
    assert is_explained(SCENARIO, KNOWN, history([True, 1, 1, 1], *late))
    assert not is_explained(SCENARIO, KNOWN, history([True, 0, 1, 1], *late))


def test_types_of_results_count() -> None:
    """True is not 1."""
    assert not is_explained(SCENARIO, KNOWN, history([1, 0, 1, 1], (0, 5), (1, 2), (3, 4)))


def test_the_words_name_the_order_that_comes_nearest() -> None:
    """Or the two calls that would have to change places."""
    overlap = ((0, 5), (1, 2), (3, 4))
    words = why_not(SCENARIO, KNOWN, history([True, 1, 0, 1], *overlap))
    assert "no order of the calls gives these results" in words
    words = why_not(SCENARIO, KNOWN, history([True, 0, 1, 1], (0, 1), (2, 3), (4, 5)))
    assert "read() of thread 2 comes before add(1) of thread 1" in words


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 2), min_size=2, max_size=3), st.randoms(use_true_random=False))
def test_what_one_thread_after_the_other_gives_is_explained(lengths: list[int], rng: Any) -> None:
    """A history that was made in some order, with calls stretched at random, has that order."""
    order = rng.choice(list(orders(lengths)))
    threads = [[["add", 1]] * length for length in lengths]
    arguments = {"before": [], "threads": threads, "after": []}
    values = {one: [place * 3 + int(one[0]) for place in range(sum(lengths))] for one in [order]}
    known = [[order, values[order]]]
    at = [iter(range(sum(lengths[:n]), sum(lengths[: n + 1]))) for n in range(len(lengths))]
    moments = [(0, 0)] * sum(lengths)
    ends = [0] * len(lengths)
    for number, thread in enumerate(order):
        place = next(at[int(thread)])
        start = rng.randint(ends[int(thread)], number * 10)
        end = number * 10 + 1
        moments[place], ends[int(thread)] = (start, end), end + 1
    assert is_explained(arguments, known, History(tuple(values[order]), tuple(moments)))


@pytest.mark.parametrize(
    ("said", "believed"),
    [
        ([[], 0, ["true", "0", "1", "1"], [[0, 5], [1, 2], [3, 4]], None], True),
        ([[], 1, ["true", "0", "1", "1"], [[0, 5], [1, 2], [3, 4]], None], False),
        ([[], 0, ["true", "0", "1"], [[0, 5], [1, 2], [3, 4]], None], False),
        ([[], 0, ["true", "0", "1", None], [[0, 5], [1, 2], [3, 4]], None], False),
        ([[], 0, ["true", "0", "1", "1"], [[0, 5], [1, 2], [4, 4]], None], False),
        ([[], 0, ["true", "0", "1", "1"], [[5, 0], [1, 2], [3, 4]], None], False),
        ([[], 0, ["true", "0", "1", "nan"], [[0, 5], [1, 2], [3, 4]], None], False),
        ([[], 0, ["true", None, None, None], [[0, -1], [1, -1], [-1, -1]], ["deadlock", []]], True),
        ([[], 0, ["true", None, None, None], [[0, -1], [1, -1], [-1, -1]], ["fine"]], False),
        ([[], 0, ["true", None, None, None], [[0, -1], [1, -1], [-1, -1]], []], False),
        ("nothing", False),
    ],
)
def test_only_what_an_honest_program_says_is_a_history(said: Any, believed: bool) -> None:
    """Every call has a result, and moments are those of calls."""
    assert (_ran(SCENARIO, said) is not None) is believed


class _Player:
    """Says the same to everything."""

    def __init__(self, value: Any) -> None:
        self._outcome = _Outcome(value)

    def play(self, *_: Any) -> Any:
        return self._outcome


@dataclass(frozen=True)
class _Outcome:
    value: Any
    returned: bool = True
    cpu_seconds: float = 0.0
    figures: Any = None
    raised: Any = None
    stage: str = "read"


RIGHT = [[], 0, ["true", "1", "1", "1"], [[0, 1], [2, 3], [4, 5]], None]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ([200, True, [RIGHT]], None),
        ([5, True, [RIGHT]], Verdict.RULE_VIOLATION),
        ([0, True, []], Verdict.RULE_VIOLATION),
        ([0, False, []], Verdict.RULE_VIOLATION),
        ([9**9, False, []], Verdict.RULE_VIOLATION),
        ("no", Verdict.RULE_VIOLATION),
        ([1, True, ["no"]], Verdict.RULE_VIOLATION),
        (
            [1, True, [[[], 0, [None] * 4, [[0, -1]] * 3, ["spin", []]]]],
            Verdict.TIME_LIMIT_EXCEEDED,
        ),
        (
            [1, True, [[[], 0, [None] * 4, [[0, -1]] * 3, ["deadlock", ["x"]]]]],
            Verdict.RUN_TIME_ERROR,
        ),
        ([1, True, [[[], 0, [None] * 4, [[0, -1]] * 3, ["untraced", 0]]]], Verdict.RUN_TIME_ERROR),
    ],
)
def test_a_forged_answer_is_no_pass(said: Any, verdict: Verdict | None) -> None:
    """What no honest program says is a breach; too few schedules are, too."""
    case = SimpleNamespace(
        group="edge",
        arguments=SCENARIO,
        arguments_json=b"[]",
        expected=KNOWN,
        size=None,
        figures={},
    )
    problem = SimpleNamespace(version="1")
    trial = SimpleNamespace(
        settings=SimpleNamespace(key=""),
        problem=problem,
        submission=SimpleNamespace(source=b"class Counter: ..."),
    )
    assert THREADS.play is not None
    outcome = THREADS.play(trial, _Player(said), case, None)
    check = THREADS.check(COUNTER, EQUAL, case, outcome.value, outcome.figures)
    assert check.passed is (verdict is None)
    assert check.verdict is verdict


def test_a_kind_with_schedules_is_never_played_in_volleys() -> None:
    """An answer without figures is the reference's alone."""
    assert not THREADS.plain


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"threads": [[["add", 1]]]}, "2 to 3 threads"),
        ({"threads": [[["add", 1]], []]}, "none is empty"),
        ({"threads": [[["read"]] * 4, [["read"]] * 4]}, "over 7 calls"),
        ({"before": [["sub", 1]]}, "no method 'sub'"),
        ({"after": [["read", 1]]}, "read takes 0"),
        ({"after": ["read"]}, "is no call"),
        ({"before": None}, "before"),
    ],
)
def test_a_scenario_that_cannot_be_played_is_refused(changed: Any, reason: str) -> None:
    """With the reason."""
    assert scenario_reason(COUNTER, SCENARIO) is None
    assert reason in str(scenario_reason(COUNTER, SCENARIO | changed))


def test_every_order_is_there_once() -> None:
    """Those of two threads of two calls are six."""
    found = list(orders([2, 2]))
    assert len(found) == len(set(found)) == 6
    assert len(calls_of(SCENARIO)) == 4


def test_moves_make_scenarios_smaller() -> None:
    """Two threads stay, and each keeps a call."""
    wide = SCENARIO | {"threads": [[["add", 3]], [["read"], ["read"]], [["add", 5]]]}
    found = [one for move in scenario_moves() for one in move.candidates(wide)]
    assert SCENARIO | {"threads": [[["add", 3]], [["read"], ["read"]]]} in found
    assert all(len(one["threads"]) >= 2 and all(one["threads"]) for one in found)
    assert any(one["threads"][0] == [["add", 1]] for one in found)
