"""Programs are alike by what they share beyond what everybody writes."""

import random

from judge.alike.fingerprints import MOST_PEOPLE, RUN, WINDOW, fingerprints, pairs_of

WORDS = [f"t{number}" for number in range(50)]


def program(seed: int, length: int = 120) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def test_a_copy_is_wholly_alike_and_a_stranger_is_not() -> None:
    """The most alike pair of two owners is shown, once; a person's own programs are not."""
    mine, other = program(1), program(2)
    tokens = {"a1": other, "a2": mine, "a3": mine, "b1": list(mine), "c1": program(3)}
    owners = {name: name[0] for name in tokens}
    (pair,) = pairs_of(tokens, owners)
    assert (pair.first, pair.second, pair.share) == ("a2", "b1", 1.0)


def test_a_shared_passage_is_found_wherever_it_stands() -> None:
    """Winnowing promises it from RUN + WINDOW - 1 tokens on."""
    passage = program(4, RUN + WINDOW - 1)
    for seed in range(50):
        first = [*program(seed, seed), *passage, *program(seed + 100, 30)]
        second = [*program(seed + 200, 40), *passage]
        assert fingerprints(first) & fingerprints(second)


def test_what_is_known_or_common_tells_nothing() -> None:
    """A starter that all keep, and a way that most people take."""
    shared = program(5)
    two = {"a": [*shared, *program(6, 20)], "b": [*shared, *program(7, 20)]}
    own = {name: name for name in two}
    assert pairs_of(two, own)[0].share > 0.5
    assert all(pair.share < 0.2 for pair in pairs_of(two, own, known=[shared]))
    many = {f"p{n}": [*shared, *program(n, 20)] for n in range(MOST_PEOPLE)}
    assert all(pair.share < 0.2 for pair in pairs_of(many, {name: name for name in many}))


def test_a_program_too_short_for_a_run_is_like_none() -> None:
    """Nor is an empty one, and nothing is divided by zero."""
    tokens = {"a": [], "b": ["x"] * (RUN - 1), "c": ["x"] * RUN, "d": ["x"] * RUN}
    pairs = pairs_of(tokens, {name: name for name in tokens})
    assert [(pair.first, pair.second) for pair in pairs] == [("c", "d")]
