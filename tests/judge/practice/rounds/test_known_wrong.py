"""Which inputs are a person's own, and what they catch of the known wrong solutions."""

from pathlib import Path
from typing import Any

import pytest

from judge.practice.rounds.known_wrong import MOST_INPUTS, caught, own_inputs, wrong_solutions
from judge.problems.catalog import default_catalog
from judge.settings import Settings
from tests.judge.practice.rehearsals import Rehearsal
from tests.shared_cache import cache_in

A, B = {"nums": [1], "k": 1}, {"nums": [2], "k": 1}


def run(one: Rehearsal, minutes: float, arguments: Any, **more: Any) -> Rehearsal:
    facts = {"own": True, "valid": True, "arguments": arguments, **more}
    return one.add(minutes, "run", "lca", **facts)


def test_own_inputs_are_run_or_predicted_before_the_first_submission() -> None:
    """Different ones, inside the constraints; the page runs several at once."""
    one = run(Rehearsal(), 1, A)
    run(one, 2, dict(reversed(A.items())))
    run(one, 3, B, valid=False)
    run(one, 4, None, own=False)
    one.add(5, "round_example", "lca", arguments=B, predicted=3, right=None)
    assert own_inputs(one.course, "lca") == [A]
    one.add(6, "round_example", "lca", arguments=B, predicted=3, right=False)
    assert own_inputs(one.course, "lca") == [A, B]
    run(one, 7, [A, {"nums": [3], "k": 1}])
    assert len(own_inputs(one.course, "lca") or []) == 3
    one.add(8, "submit", "lca", verdict="WA")
    run(one, 9, {"nums": [4], "k": 1})
    assert len(own_inputs(one.course, "lca") or []) == 3
    assert own_inputs(one.course, "kth-largest") == []


def test_an_input_that_was_not_kept_leaves_it_unknown() -> None:
    """A long one is kept by its digest."""
    assert own_inputs(run(Rehearsal(), 1, {"sha256": "x", "bytes": 9}).course, "lca") is None
    many = Rehearsal()
    for number in range(MOST_INPUTS + 5):
        run(many, 1, {"nums": [number], "k": 1})
    assert len(own_inputs(many.course, "lca") or []) == MOST_INPUTS


def test_without_inputs_nothing_is_caught_and_nothing_played(tmp_path: Path) -> None:
    """Of another version's input nobody can tell."""
    problem = default_catalog().get("kth-largest")
    settings = Settings(cache_dir=cache_in(tmp_path), state_dir=tmp_path / "state")
    assert caught(problem, settings, []) == 0
    assert caught(problem, settings, [{"other": 1}]) is None
    assert len(wrong_solutions(problem)) > 8


@pytest.mark.slow
def test_more_inputs_catch_more(tmp_path: Path) -> None:
    """What returns the least element passes for one number, and not for two."""
    problem = default_catalog().get("kth-largest")
    settings = Settings(cache_dir=cache_in(tmp_path), state_dir=tmp_path / "state")
    one = caught(problem, settings, [{"nums": [7], "k": 1}])
    many = [{"nums": [7, -9, 7, 3, 0], "k": k} for k in range(1, 6)]
    all_of_them = caught(problem, settings, many)
    assert one is not None
    assert all_of_them is not None
    assert one < all_of_them <= len(wrong_solutions(problem))
