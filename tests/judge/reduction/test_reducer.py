"""How a failing input is made smaller, whatever it consists of."""

from collections.abc import Iterator, Sequence

from judge.reduction.budget import CALLS
from judge.reduction.moves import Move
from judge.reduction.reducer import AHEAD, Found, reduce_input
from judge.reduction.weights import weight
from tests.judge.reduction.interfaces import (
    KTH,
    LCA,
    TEXT,
    Arguments,
    kth_fault,
    lca_fault,
    moves,
)


def test_the_constraints_are_never_left() -> None:
    """The submission is asked only about inputs that the package's own validator allows."""
    asked: list[Arguments] = []

    def fails(arguments: Arguments) -> bool:
        asked.append(arguments)
        return sum(arguments["nums"]) % 7 == 3

    reduce_input(moves(KTH), kth_fault, {"nums": [40, 50, 60, 70, 80, 1, 9], "k": 4}, fails)
    assert asked
    assert all(kth_fault(arguments) is None for arguments in asked)


def test_no_input_is_asked_twice_and_none_is_larger() -> None:
    """Each call is spent on something new and smaller."""
    start = {"nums": [4, 5, 6, 7], "k": 3}
    asked: list[Arguments] = []

    def fails(arguments: Arguments) -> bool:
        asked.append(arguments)
        return len(arguments["nums"]) > 1

    found = reduce_input(moves(KTH), kth_fault, start, fails)
    assert len({str(each) for each in asked}) == len(asked) == found.calls
    assert all(weight(each) < weight(start) for each in asked)


def test_what_the_validator_is_asked_is_mostly_foreseen() -> None:
    """So that a validator which is slow to reach is asked about many inputs together."""
    foreseen: list[list[str]] = []
    asked: list[str] = []

    def fault(arguments: Arguments) -> str | None:
        asked.append(str(arguments))
        return lca_fault(arguments)

    def foresee(inputs: Sequence[Arguments]) -> None:
        foreseen.append([str(each) for each in inputs])

    start = {"root": [1, 2, 3], "p": 2, "q": 3}  # no move helps, so that all pairs are tried
    found = reduce_input(moves(LCA), fault, start, lambda each: each == start, foresee=foresee)
    known = {each for group in foreseen for each in group}
    assert found.arguments == start
    assert len(asked) > 200
    assert len([each for each in asked if each not in known]) + len(foreseen) < len(asked) / 3
    assert max(map(len, foreseen)) <= AHEAD


def test_an_input_that_two_moves_lead_to_is_left_once() -> None:
    """Most ways by two moves lead to inputs that others led to; these cost nothing more."""
    left: list[Arguments] = []

    def lower(arguments: Arguments) -> Iterator[Arguments]:
        left.append(arguments)
        yield from ({"k": arguments["k"] - step} for step in (1, 1, 2))

    found = reduce_input([Move(lower)], lambda _: None, {"k": 9}, lambda a: a["k"] == 9)
    assert found.arguments == {"k": 9}
    assert [each["k"] for each in left] == [9, 9, 8, 7]


def test_a_validator_that_raises_refuses() -> None:
    """A candidate of a form the author never thought of is outside, not a crash."""

    def fault(arguments: Arguments) -> str | None:
        return None if arguments["nums"][2] else "outside"

    found = reduce_input(moves(KTH), fault, {"nums": [4, 5, 6, 7], "k": 1}, lambda _: True)
    assert found.arguments == {"nums": [1, 2, 3], "k": 1}


def test_two_changes_at_once_leave_a_local_minimum() -> None:
    """An even number of characters cannot be cut by one, but by two."""
    found = reduce_input(
        moves(TEXT), lambda _: None, {"s": "aaaaaa"}, lambda a: len(a["s"]) % 2 == 0 < len(a["s"])
    )
    assert found.arguments == {"s": "ab"}


def test_calls_are_bounded_whatever_the_submission_does() -> None:
    """A submission that fails for no reason at all costs no more than the budget."""
    count = iter(range(10**6))
    start = {"nums": list(range(900, 1_000)), "k": 50}
    found = reduce_input(moves(KTH), kth_fault, start, lambda _: next(count) % 5 == 0)
    assert found.calls <= CALLS
    assert next(count) == found.calls


def test_the_result_is_the_same_each_time() -> None:
    """Nothing hangs on sets, hashes or the clock."""

    def once() -> Found:
        start = {"nums": [31, -4, 159, -26, 5, 35, 89], "k": 3}
        return reduce_input(moves(KTH), kth_fault, start, lambda a: sum(a["nums"]) % 5 == 4)

    assert once() == once()
