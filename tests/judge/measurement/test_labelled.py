"""Functions of known growth, measured through the sandbox as submissions are."""

from collections.abc import Iterator

import pytest

from benchmarks.growth.labelled import (
    MEMORY,
    Labelled,
    labelled,
    memory_class,
    off_by_a_power,
    right,
    time_class,
)
from judge.languages import python_guest
from judge.measurement.classes import coarse
from sandbox import MIB, Policy, Sandbox, Tier, strongest

#: One of each kind and class, and those that C code, caches or memory make hard.
SAMPLE = (
    "first_item",
    "set_of_all",
    "sum_by_loop",
    "merge_sort",
    "insort_all",
    "pop_from_front",
    "matrix_chain",
    "fibonacci_by_recursion",
    "stairs_remembered",
)
MEMORY_SAMPLE = ("sum_in_place", "deep_recursion", "square_table")
#: Those that cost most; with them all kinds are there, and all functions are in a slow test below.
LONG = ("set_of_all", "insort_all", "matrix_chain")
#: Their n^2 is moves of memory, which a host can do too fast to be told from n log n for sure.
MOVES_MEMORY = ("insort_all",)
#: Never a power of n off, and this part of the coarse classes right.
RIGHT = 0.97

pytestmark = [pytest.mark.alone, pytest.mark.needs("full")]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox with room for tables of n times n."""
    policy = Policy(Tier.FULL, memory_bytes=1024 * MIB)
    with strongest(policy, python_guest(), warm=2) as running:
        yield running


@pytest.mark.parametrize(
    "function",
    [
        pytest.param(f, id=f.name, marks=[pytest.mark.slow] if f.name in LONG else [])
        for f in labelled()
        if f.name in SAMPLE
    ],
)
def test_the_time_of_a_known_function_is_read(function: Labelled, sandbox: Sandbox) -> None:
    """The coarse class is right with half a second of measuring, other work going on or not."""
    found = time_class(function, sandbox, 0.5)
    if not right(function.label, found):
        # A burst of other work can spoil one short measurement; it does not spoil two.
        found = time_class(function, sandbox, 1.5)
    assert found is not None
    named = [found.measured]
    if function.name in MOVES_MEMORY:
        named += found.also
    assert coarse(function.label) in map(coarse, named), found


@pytest.mark.parametrize(
    "function", [f for f in labelled(*MEMORY) if f.name in MEMORY_SAMPLE], ids=lambda f: f.name
)
def test_the_memory_of_a_known_function_is_read(function: Labelled, sandbox: Sandbox) -> None:
    """Constant, linear by recursion and quadratic are told apart from outside."""
    found = memory_class(function, sandbox, 0.4)
    assert right(function.label, found), found


@pytest.mark.slow
def test_all_labelled_functions_are_read(sandbox: Sandbox) -> None:
    """At least 97 % of the coarse classes are right."""
    answers = {f: time_class(f, sandbox, 2.0) for f in labelled()}
    wrong = {f: found for f, found in answers.items() if not right(f.label, found)}
    assert len(wrong) <= (1 - RIGHT) * len(answers), wrong
    assert not [f for f, found in answers.items() if off_by_a_power(f.label, found)]


@pytest.mark.slow
def test_the_memory_of_all_labelled_functions_is_read(sandbox: Sandbox) -> None:
    """Peak bytes against n, recursion depth included."""
    answers = {f: memory_class(f, sandbox, 2.0) for f in labelled(*MEMORY)}
    assert not [(f.name, a) for f, a in answers.items() if not right(f.label, a)]


def test_the_labelled_set_is_large_and_of_every_class() -> None:
    """At least sixty functions of time, several of each coarse class."""
    labels = [coarse(f.label) for f in labelled()]
    assert len(labels) >= 60
    assert all(labels.count(name) >= 5 for name in ("1", "n", "n^2", "n^3", "2^n"))
    assert len({(f.kind, f.name) for f in labelled()}) == len(labels)
