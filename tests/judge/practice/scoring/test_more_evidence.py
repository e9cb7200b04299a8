"""More evidence never lowers a level, except where the table says so."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from judge.practice.scoring.scorecard import CRITERIA
from tests.judge.practice.round_events import (
    AGREES,
    GROWTH,
    WORSE,
    Line,
    answer,
    approach,
    ask,
    card,
    event,
    example,
    level,
    run,
    start,
    submit,
)

MINUTES = st.integers(1, 58)
GROWTHS = st.sampled_from([GROWTH, AGREES, WORSE, None, {**GROWTH, "agrees": False}])
TIMES = st.sampled_from(["O(n)", "O(n^2)", "O(V + E)", None])
#: What a person may do in a round, each at the minute that it is given.
ANYTHING = st.one_of(
    st.builds(ask, MINUTES, st.sampled_from(["x", "y", None])),
    st.builds(example, MINUTES, right=st.sampled_from([True, False, None])),
    st.builds(approach, MINUTES, st.sampled_from([10, 40]), time=TIMES, space=TIMES),
    st.builds(run, MINUTES, st.integers(1, 5), own=st.booleans()),
    st.builds(submit, MINUTES, growth=GROWTHS, failed_group=st.none()),
    st.builds(
        submit,
        MINUTES,
        st.sampled_from(["WA", "TLE", "CE", "IE"]),
        growth=GROWTHS,
        failed_group=st.sampled_from(["sample", "edge"]),
    ),
    st.builds(answer, MINUTES, st.sampled_from([5, 20])),
    st.builds(
        event, MINUTES, st.sampled_from(["round_reveal", "replay", "editorial", "solutions"])
    ),
    st.builds(event, MINUTES, st.just("hint"), n=st.integers(1, 3), last=st.booleans()),
)
ROUNDS = st.lists(ANYTHING, max_size=9)


def levels(events: list[Line], known: Line | None = None, **measured: Any) -> list[int]:
    """Return the five levels; what is not judged is below all."""
    found = card(start(), *events, known=known, **measured)
    return [level(found, name) or 0 for name in CRITERIA]


def test_the_laws_see_rounds_of_every_level() -> None:
    """A law about rounds that are all alike would say little."""
    seen: set[tuple[int, int]] = set()

    @settings(max_examples=150, database=None, derandomize=True, deadline=None)
    @given(ROUNDS)
    def look(events: list[Line]) -> None:
        seen.update(enumerate(levels(events)))

    look()
    assert {level for _, level in seen} == {0, 1, 2, 3, 4}


@settings(max_examples=60, deadline=None)
@given(ROUNDS, st.integers(0, 59))
def test_words_never_lower_a_level(events: list[Line], minute: int) -> None:
    """A question, an example predicted right, an answer, an approach without a time, at any time.

    An approach with another time may: it takes back the one before it.
    """
    for more in (
        ask(minute, "z"),
        example(minute, arguments=9),
        answer(minute),
        approach(minute, time=None, space="O(1)"),
    ):
        before, after = levels(events), levels([*events, more])
        assert all(one <= other for one, other in zip(before, after, strict=True)), more


@settings(max_examples=60, deadline=None)
@given(ROUNDS, st.integers(0, 59))
def test_runs_never_lower_a_level_once_coding_has_begun(events: list[Line], minute: int) -> None:
    """The first one ends what is before coding: the table says so, and of that alone."""
    before, after = levels(events), levels([*events, run(minute, 9)])
    begun = any(
        one["kind"] in {"run", "submit"} and one["at"] <= run(minute)["at"] for one in events
    )
    for name, one, other in zip(CRITERIA, before, after, strict=True):
        assert one <= other or (not begun and name in {"solving", "complexity"}), name


@settings(max_examples=60, deadline=None)
@given(ROUNDS, st.integers(0, 5), st.sets(st.sampled_from(["B006", "C901", "F841", "E711"])))
def test_better_measurements_never_lower_a_level(
    events: list[Line], caught: int, codes: set[str]
) -> None:
    """More wrong solutions caught, fewer findings, a space that agrees."""
    quality: dict[str, list[str]] = {one.get("source", ""): sorted(codes) for one in events}
    fewer = {source: found[1:] for source, found in quality.items()}
    before = levels(events, {"caught": caught}, quality=quality, space={"a": False})
    after = levels(events, {"caught": caught + 1}, quality=fewer, space={"a": True})
    assert all(one <= other for one, other in zip(before, after, strict=True))


@settings(max_examples=60, deadline=None)
@given(ROUNDS)
def test_help_never_raises_a_level(events: list[Line]) -> None:
    """Nor does what went wrong before: help left out is a level kept."""
    helped = levels(events)
    alone = levels([one for one in events if one["kind"] not in {"hint", "editorial", "solutions"}])
    assert all(one >= other for one, other in zip(alone, helped, strict=True))
