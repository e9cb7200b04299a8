"""How sure a criterion is, where a card leans, and what it advises."""

import shlex
from collections.abc import Sequence
from typing import Any

import pytest

from judge.practice.scoring.debrief import MORE
from judge.practice.scoring.leaning import leaning
from judge.practice.scoring.scorecard import CRITERIA, mean
from tests.judge.practice.round_events import (
    AGREES,
    GROWTH,
    Line,
    answer,
    approach,
    ask,
    card,
    event,
    example,
    failure,
    part,
    perfect,
    run,
    start,
    submit,
    sure,
)

SOLVED = [ask(), example(), approach(), run(5, 1), run(6, 2), submit(), answer()]


def sures(*events: Line, **measured: Any) -> dict[str, str | None]:
    words: dict[str, str | None] = card(*events, **measured).to_json()["sure"]
    return words


def lowered(*events: Line, **measured: Any) -> set[str]:
    """Return the criteria of one part, so fair ones, that are less sure than that."""
    words = sures(start(), *events, **measured)
    assert set(words.values()) <= {"fair", "thin", None}
    return {name for name, word in words.items() if word == "thin"}


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((3, 4), 3),
        ((2, 3), 2),
        ((1, 2), 1),
        ((1, 4), 2),
        ((2, 2, 3), 2),
        ((2, 3, 3), 3),
        ((4,), 4),
        ((1, 1, 2, 2), 1),
    ],
)
def test_the_mean_of_the_parts_is_rounded_half_down(levels: Sequence[int], expected: int) -> None:
    """2.5 is 2, 2.67 is 3."""
    assert mean(levels) == expected


def test_two_opened_parts_with_a_level_are_firm_and_one_is_fair() -> None:
    """A must part never opened lowers the level and is no evidence."""
    both = start(part("a", must=True), part("b", must=True))
    assert sures(both, *SOLVED) == dict.fromkeys(CRITERIA, "fair")
    known = {"a": {"known": 2, "caught": 2}, "b": {"known": 2, "caught": 2}}
    second = [event(20, "round_open", slug="b"), submit(30, slug="b")]
    assert sures(both, *SOLVED, *second, problems=known) == dict.fromkeys(CRITERIA, "firm")
    assert card(both, *SOLVED).to_json()["levels"]["coding"] == 2


def test_a_part_without_a_level_is_no_evidence_for_that_criterion() -> None:
    """Clean has none of a part that was never submitted; a must never opened alone is thin."""
    both = start(part("a", must=True), part("b"))
    words = sures(both, *SOLVED, event(20, "round_open", slug="b"))
    assert (words["clean"], words["coding"]) == ("fair", "firm")
    assert sures(start(part("b", "debug"), part("a", must=True)))["coding"] == "thin"


@pytest.mark.parametrize(
    "text", [{"same_as": "own"}, {"same_as": "known"}, {"bytes": 9_000}], ids=str
)
def test_a_text_that_was_not_typed_here_leaves_coding_clean_and_solving_less_sure(
    text: Line,
) -> None:
    """Pasted, same as own or same as known."""
    solved = [*SOLVED[:-2], submit(**text), answer()]
    assert lowered(*solved) == {"coding", "clean", "solving"}


def test_pasted_and_the_same_are_together_one_reason() -> None:
    """Two parts are firm, and one step less is fair."""
    both = start(part("a", must=True), part("b"))
    events = [*SOLVED, event(20, "round_open", slug="b"), run(20.1, slug="b", bytes=9_000)]
    events += [submit(30, slug="b", same_as=["own", "known"])]
    assert {sures(both, *events)[name] for name in ("coding", "clean", "solving")} == {"fair"}


def test_ac_without_measured_growth_leaves_all_but_testing_less_sure() -> None:
    """All but testing."""
    solved = [*SOLVED[:-2], submit(growth=None, declared=None), answer()]
    assert lowered(*solved) == {"coding", "clean", "solving", "complexity"}
    assert lowered(*SOLVED[:-2], failure(10)) == {"clean", "complexity"}


def test_a_declared_class_that_could_not_be_compared_leaves_complexity_less_sure() -> None:
    """Before coding or in the end."""
    quiet = submit(growth=AGREES, declared=None)
    assert lowered(*SOLVED[:2], approach(time="O(V + E)"), run(), quiet) == {"complexity"}
    assert lowered(*SOLVED[:2], approach(time="O(V + E)"), run(), submit()) == {"complexity"}
    assert lowered(*SOLVED[:2], approach(), run(), quiet) == set()
    unsaid = submit(growth={**GROWTH, "agrees": None})
    assert lowered(*SOLVED[:2], approach(), run(), unsaid) == {"complexity"}


def test_unmeasured_growth_is_not_counted_twice() -> None:
    """Unless unmeasured growth is counted already."""
    both = start(part("a", must=True), part("b"))
    second = [event(20, "round_open", slug="b"), submit(30, slug="b", growth=None)]
    assert sures(both, *SOLVED, *second)["complexity"] == "fair"


def test_clean_is_less_sure_of_a_text_that_was_not_accepted() -> None:
    """Judged on a text that was not accepted."""
    assert "clean" in lowered(run(), failure(10, growth=AGREES))
    assert "clean" not in lowered(run(), submit(), failure(11))


def test_clean_is_less_sure_of_a_ratio_on_a_noisy_host() -> None:
    """Note `noisy_host` beside a measured ratio of the last AC."""
    noisy: Line = {"notes": ["noisy_host"]}
    assert lowered(*SOLVED[:-2], submit(**noisy)) == {"clean"}
    assert lowered(*SOLVED[:-2], submit(runtime=None, **noisy)) == set()
    assert lowered(*SOLVED[:-2], submit(9, **noisy), submit()) == set()


def test_testing_is_less_sure_where_no_wrong_solutions_are_known() -> None:
    """No known wrong solutions."""
    assert lowered(*SOLVED, known={"known": 0, "caught": 0}) == {"testing"}
    assert lowered(*SOLVED, problems={}) == {"testing"}


def test_paused_and_a_moved_clock_leave_all_less_sure() -> None:
    """All; each is a reason."""
    pauses = [event(7, "round_pause"), event(8, "round_resume")]
    assert lowered(*SOLVED, *pauses) == set(CRITERIA)
    assert lowered(*SOLVED[:-2], submit(clock_moved=True)) == set(CRITERIA)
    both = start(part("a", must=True), part("b", "debug"))
    events = [*SOLVED, *pauses, event(20, "round_open", slug="b"), submit(30, slug="b")]
    assert sures(both, *events)["testing"] == "fair"
    assert sures(both, *events, submit(31, slug="b", clock_moved=True))["testing"] == "thin"


def test_no_criterion_is_less_than_thin() -> None:
    """Never below thin."""
    worst = submit(clock_moved=True, growth=None, bytes=9_000, same_as="own")
    assert sure(card(start(), event(1, "round_pause"), worst), "coding") == "thin"


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((4, 4, 4, 3, 3), "strong yes"),
        ((4, 4, 3, 3, 3), "yes"),
        ((3, 4, 4, 4, 4), "yes"),
        ((4, 4, 4, 4, 2), "yes"),
        ((3, 3, 3, 3, 2), "yes"),
        ((3, 3, 3, 2, 2), "no"),
        ((4, 4, 4, 4, 1), "no"),
        ((2, 4, 4, 4, 4), "no"),
        ((1, 4, 4, 4, 4), "strong no"),
        ((4, None, 4, 4, None), "strong yes"),
        ((1, None, 1, None, None), None),
        ((4, None, 4, None, None), None),
        ((None, None, 4, 4, 4), "no"),
    ],
)
def test_a_card_leans_by_its_levels(levels: Sequence[int | None], expected: str | None) -> None:
    """Strong yes (all >= 3, coding 4, three 4s), yes (coding >= 3, none below 2, at most one 2).

    Strong no (coding 1), else no; none under three judged criteria.
    """
    named = {name: found for name, found in zip(CRITERIA, levels, strict=True) if found is not None}
    assert leaning(named) == expected


def test_a_debrief_names_two_things_to_practise_next_with_commands() -> None:
    """The weakest criterion first; another round where nothing is lacking."""
    assert perfect().practise == MORE
    found = card(start(), *SOLVED[:3], submit(), answer())
    levels = found.to_json()["levels"]
    assert levels == dict.fromkeys(CRITERIA, 4) | {"testing": 3}
    first, second = found.practise
    assert first.command == "judge run a a.py"
    assert (first in found.criteria[4].raises, second) == (True, MORE[0])
    worst = card(start(), event(1, "editorial"), failure(9, "sample")).practise
    assert len({advice.command for advice in worst}) == 2


def test_every_level_has_evidence_and_all_but_4_say_what_would_raise_them() -> None:
    """In sentences a person can check."""
    rounds = [
        perfect(),
        card(start()),
        card(start(part("b", "debug"), part("a", must=True))),
        card(start(part("b", "debug")), failure(9, slug="b"), failure(10, slug="b")),
        card(start(part("b", "tests")), submit(9, slug="b")),
        card(start(), failure(9, "sample")),
        card(start(), event(1, "editorial"), submit(growth={**GROWTH, "measured": "2^n"})),
    ]
    for found in rounds:
        for criterion in found.criteria:
            for _, finding in criterion.findings:
                assert finding.evidence
                assert all(one.endswith(".") for one in finding.evidence)
                assert bool(finding.raises) == (finding.level < 4)
            if criterion.level is not None:
                assert bool(criterion.raises) == any(f.level < 4 for _, f in criterion.findings)


@pytest.mark.parametrize("slug", ["a; touch hacked", "$(touch hacked)", "-x", "it's"])
def test_commands_name_a_slug_as_a_shell_takes_it(slug: str) -> None:
    """A file of rounds may come from anybody, and its card is copied from."""
    named = [start(part(slug, must=True), part(slug, "debug")), submit(10, slug=slug)]
    for criterion in card(*named, quality={f"{slug}10": ["B006", "E722"]}).criteria:
        for advice in criterion.raises:
            words = shlex.split(advice.command)
            assert len(words) == 3 or {*words[3:]} & {slug.replace("-", "_") + ".py"}
            assert words[0] in {"judge", "ruff"}
