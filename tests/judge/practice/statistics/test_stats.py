"""What the evenings come to, problem by problem and in all."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.practice import (
    Attempts,
    Event,
    Growth,
    Listed,
    State,
    attempts_of,
    interpreter_of,
    interpreter_words,
    on_the_last,
    ratio_of,
    stats_of,
)
from tests.judge.practice.happened import AC, EVENING, IE, OWN, WA, at, growth

PROBLEMS = [
    Listed("lca", "trees-tries", "medium"),
    Listed("trie", "trees-tries", "easy"),
    Listed("two-sum", "arrays", "easy"),
    Listed("odd", None, "hard"),
]
TOPICS, LEVELS = ("arrays", "trees-tries", "graphs"), ("easy", "medium", "hard")
FAST = {"ratio": 1.5, "low": 1.4, "high": 1.6}


@pytest.mark.parametrize(
    ("state", "events"),
    [
        ("new", []),
        ("new", [at(0, "show"), at(1, "start"), at(2, "note")]),
        ("tried", [at(0, "run")]),
        ("tried", [at(0, *WA), at(1, *IE)]),
        ("tried", [at(0, "hint", n=1)]),
        ("solved", [at(0, *AC), at(1, *WA)]),
        ("solved", [at(0, "import", "AC")]),
        ("tried", [at(0, "replay", "AC"), at(0, "run", "AC")]),
    ],
)
def test_the_state_of_a_problem(state: str, events: list[Event]) -> None:
    """What is solved stays solved."""
    assert attempts_of(events).state == state


def test_the_attempts_at_a_problem() -> None:
    """The first try is the first that was judged, and breaks are no work."""
    work = [
        at(0, "show"),
        at(10, *IE),
        at(12, *AC, growth=growth("n^2"), runtime=FAST),
        at(60, "hint", n=1),
        at(61, "hint", n=1),
        at(62, "hint", n=2, last=True),
        at(90, *AC, growth=growth("n"), runtime={"ratio": 1.1}),
        at(95, *AC),
    ]
    assert attempts_of(work) == Attempts(
        State.SOLVED, True, timedelta(minutes=12), 1.1, Growth("n", (), "n"), 2
    )
    assert attempts_of([at(0, *WA), at(16, *AC)]) == Attempts(State.SOLVED, False, timedelta())
    assert attempts_of([at(0, "submit", "CE"), at(15, *AC)]).first_try is False


def test_the_time_to_the_first_accepted_one_spans_days() -> None:
    """The days between are a break, and what comes after counts no more."""
    later = EVENING + timedelta(days=5)
    work = [at(0, "start"), at(15, *WA), at(0, "start", day=later), at(9, *AC, day=later)]
    assert attempts_of([*work, at(20, *AC, day=later)]).time == timedelta(minutes=24)


def test_tallies_by_topic_and_difficulty() -> None:
    """In their own order, and what is without a topic last."""
    events = [
        at(0, "start"),
        at(10, *AC, growth=growth("n^2"), runtime=FAST),
        at(0, "run", problem="trie", **OWN),
        at(7, *WA, problem="trie"),
        at(14, *AC, problem="trie", growth=growth("n"), runtime={"ratio": 2.5}),
        at(0, *WA, problem="odd"),
        at(0, *AC, problem="gone"),
    ]
    found = stats_of(events, PROBLEMS, TOPICS, LEVELS)
    assert [(one.name, one.solved, one.tried, one.new) for one in found.topics] == [
        ("arrays", 0, 0, 1),
        ("trees-tries", 2, 0, 0),
        ("other", 0, 1, 0),
    ]
    assert [one.name for one in found.difficulties] == ["easy", "medium", "hard"]
    trees = found.topics[1]
    assert (trees.submitted, trees.first_tries) == (2, 1)
    assert (trees.time, trees.ratio) == (timedelta(minutes=12), 2.0)
    assert (trees.measured, trees.grown_well) == (2, 1)
    assert (found.total.solved, found.total.tried, found.total.new) == (2, 1, 1)
    assert found.to_json()["problems"]["lca"] == {
        "state": "solved",
        "first_try": True,
        "seconds": 600.0,
        "ratio": 1.5,
        "growth": "n^2",
        "grown_well": False,
        "hints": 0,
        "language_version": None,
    }


@pytest.mark.parametrize(
    ("versions", "ratio", "elsewhere"),
    [(("3.11.7", "3.11.7"), 2.0, 0), (("3.11.7", "3.12.1"), 2.5, 1), ((None, "3.12.1"), 2.5, 1)],
)
def test_ratios_of_one_interpreter_make_the_median(
    versions: tuple[str | None, str], ratio: float, elsewhere: int
) -> None:
    """That of the newest; how many problems were measured on another is told."""
    events = [
        at(0, *AC, runtime=FAST, language_version=versions[0]),
        at(9, *AC, problem="trie", runtime={"ratio": 2.5}, language_version=versions[1]),
    ]
    found = stats_of(events, PROBLEMS, TOPICS, LEVELS)
    assert (found.total.ratio, found.total.elsewhere) == (ratio, elsewhere)
    assert found.interpreter == versions[1]


def test_the_best_ratio_is_one_of_the_last_interpreter() -> None:
    """A version of Python that the reference is slower on makes nobody better."""
    timed = [
        at(0, *AC, runtime={"ratio": 0.5}, language_version="3.11.7"),
        at(5, *AC, runtime={"ratio": 1.2}, language_version="3.12.1"),
        at(9, *AC, runtime={"ratio": 1.4}, language_version="3.12.1"),
    ]
    assert [ratio_of(one) for one in on_the_last(timed)] == [1.2, 1.4]
    assert on_the_last([]) == []


@pytest.mark.parametrize("odd", [None, "", 3.12, ["3.12"], "3" * 99])
def test_an_odd_version_is_not_known(odd: Any) -> None:
    """An imported event may say anything."""
    assert interpreter_of(at(0, *AC, language_version=odd)) is None
    assert interpreter_words([None, "3.12.1", "3.11.7"]) == (
        "Python 3.11.7, 3.12.1 or an unknown version"
    )


@pytest.mark.parametrize(
    "runtime",
    [
        None,
        [],
        {},
        {"ratio": None},
        {"ratio": "1"},
        {"ratio": True},
        {"ratio": float("nan")},
        {"ratio": -1},
        {"ratio": 10**400},
    ],
)  # fmt: skip - a row
def test_a_ratio_that_is_none_is_not_known(runtime: Any) -> None:
    assert attempts_of([at(0, *AC, runtime=runtime)]).ratio is None


FACTS = ("growth", "runtime", "n", "last", "own")
AN_ALSO: list[Any] = [None, ["n"], [[]], "n"]
ODD: list[Any] = [None, True, 7, -1.5, float("inf"), "n", "", [], ["n"], {}, [[1]]]
ODD += [{"measured": "n^2", "reference": "n", "also": also} for also in AN_ALSO]
ODD += [{"measured": also, "ratio": 10**400} for also in AN_ALSO]


def odd_event(
    minute: int, kind: str, verdict: str | None, problem: str | None, fact: str, value: Any
) -> Event:
    return at(minute, kind, verdict, problem=problem, **{fact: value})


@given(
    st.lists(
        st.builds(
            odd_event,
            st.integers(0, 10**5),
            st.sampled_from(["show", "run", "submit", "hint", "editorial", "import", "what"]),
            st.sampled_from([None, "AC", "WA", "IE", "??"]),
            st.sampled_from([*(one.slug for one in PROBLEMS), "gone", None]),
            st.sampled_from(FACTS),
            st.sampled_from(ODD),
        ),
        max_size=10,
    )
)
def test_every_problem_is_counted_once_whatever_the_events(events: list[Event]) -> None:
    """Facts of an imported history may be anything."""
    found = stats_of(events, PROBLEMS, TOPICS, LEVELS)
    for tallies in (found.topics, found.difficulties, [found.total]):
        assert sum(one.solved + one.tried + one.new for one in tallies) == len(PROBLEMS)
        assert all(one.first_tries <= one.submitted for one in tallies)
        assert all(one.grown_well <= one.measured for one in tallies)
