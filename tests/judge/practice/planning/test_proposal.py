"""What to do next: one problem, and why."""

from datetime import date, timedelta

import pytest

from judge.practice import Event, Listed, Proposal, due, propose
from tests.judge.practice.happened import AC, EVENING, OWN, WA, at, growth

TODAY = date(2026, 11, 2)
DAY = timedelta(days=1)
PROBLEMS = [
    Listed("two-sum", "arrays", "easy"),
    Listed("lca", "trees-tries", "medium"),
    Listed("validate-bst", "trees-tries", "medium"),
    Listed("islands", "graphs", "medium"),
    Listed("odd", None, "easy"),
]
LEVELS = {one.slug: one.difficulty for one in PROBLEMS}


def proposal(*events: Event, fresh: tuple[str, ...] = (), day: date = TODAY) -> Proposal | None:
    """Return what to do on a day."""
    return propose(due(events, day, LEVELS), fresh, events, PROBLEMS, day)


def test_the_plan_says_what_is_new() -> None:
    """And the topic why."""
    assert proposal(fresh=("islands", "two-sum")) == Proposal(
        "islands", False, "new: no graph problem yet"
    )
    begun = at(0, *AC, day=EVENING)
    assert proposal(begun, fresh=("validate-bst",)) == Proposal(
        "validate-bst", False, "new: 1 of 2 tree or trie problems begun so far"
    )


def test_after_the_plan_topics_without_any_work_come_first() -> None:
    """In the order of the catalogue; a plan may name what is not here."""
    assert proposal(at(0, *AC), fresh=("gone",)) == Proposal(
        "two-sum", False, "new: no array problem yet"
    )
    names, yesterday = ("two-sum", "islands", "lca", "validate-bst"), EVENING - DAY
    first = [at(0, "run", problem=name, day=yesterday, **OWN) for name in names]
    first += [at(1, *AC, problem=name, day=yesterday) for name in names]
    assert proposal(*first) == Proposal("odd", False, "new: you have not tried it yet")


def test_what_was_opened_goes_on() -> None:
    """For a week, before what is new."""
    opened = at(0, "start", problem="islands")
    assert proposal(opened, fresh=("two-sum", "islands")) == Proposal(
        "islands", False, "opened, and not submitted yet", True
    )
    later = proposal(opened, fresh=("two-sum",), day=TODAY + 7 * DAY)
    assert later is not None
    assert later.problem == "two-sum"
    assert proposal(at(0, "show", problem="islands")) == Proposal(
        "two-sum", False, "new: no array problem yet"
    )


def test_what_was_solved_elsewhere_comes_last() -> None:
    """It is in nobody's plan to do it twice, but once it is done here it is remembered."""
    imported = [at(0, "import", "AC", problem=one.slug) for one in PROBLEMS if one.slug != "odd"]
    failed = at(0, "import", "WA", problem="odd")
    assert proposal(*imported, failed, fresh=("lca",)) == Proposal(
        "odd", False, "new: you have not tried it yet"
    )
    assert proposal(*imported, at(0, *AC, problem="odd"), fresh=("lca",)) == Proposal(
        "lca", False, "solved elsewhere, and not here yet"
    )


@pytest.mark.parametrize(
    ("ago", "work", "why"),
    [
        (2, [at(0, *WA)], "due since yesterday; last time it was not accepted"),
        (1, [at(0, *WA)], "due today; last time it was not accepted"),
        (9, [at(0, "editorial")], "due for 8 days; last time the editorial was open"),
        (
            9,
            [at(0, *AC, growth=growth("n^2"))],
            "due for 8 days; last time the growth was n^2",
        ),
        (5, [at(0, *AC)], "due for 3 days; accepted 5 days ago"),
    ],
)
def test_a_review_says_since_when_and_what_last_time_told(
    ago: int, work: list[Event], why: str
) -> None:
    assert proposal(*work, day=TODAY + ago * DAY) == Proposal("lca", True, why)


def evening_of(past: list[Event], *fresh: str) -> list[str]:
    """Return what is asked for in turn of an evening on which everything is accepted."""
    seen, events = list[str](), list(past)
    for minute in range(6):
        found = proposal(*events, fresh=fresh)
        if found is None:
            break
        seen.append(found.problem)
        events.append(at(minute, *AC, problem=found.problem))
    return seen


def test_reviews_and_new_problems_take_turns() -> None:
    """Reviews first, two of them a day."""
    before = EVENING - 9 * DAY
    past = [at(0, *WA, day=before, problem=name) for name in ("two-sum", "islands")]
    assert evening_of(past, "validate-bst", "odd") == ["islands", "validate-bst", "two-sum"]
    assert evening_of([], "validate-bst", "odd") == ["validate-bst", "odd"]


def test_new_problems_wait_while_reviews_pile_up() -> None:
    """What is due today, waits for another day, or comes due soon; what was opened goes on."""
    before = EVENING - 9 * DAY
    past = [at(0, *WA, day=before, problem=name) for name in ("lca", "two-sum", "islands")]
    assert evening_of(past, "validate-bst") == ["islands", "lca"]
    opened = at(0, "start", day=EVENING - DAY, problem="odd")
    assert evening_of([*past, opened], "validate-bst") == ["islands", "odd", "lca"]
    soon = [at(0, *AC, day=EVENING - DAY, problem=one.problem or "") for one in past]
    assert evening_of(soon, "validate-bst") == []


def test_nothing_is_left_where_there_are_no_problems() -> None:
    assert propose(due([], TODAY, {}), ("lca",), [], [], TODAY) is None
