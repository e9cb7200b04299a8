"""Answers as the decoder gives them: of any kind, each apart from all others."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, cast

from hypothesis import strategies as st

from judge.kinds.kind import Check, Rule
from judge.problems.problem import Complexity, Problem
from judge.values.answers import Foreign, Linked, Node, Tree
from judge.values.batches import encode_calls
from judge.values.interface import Interface, Method, Parameter, Shape
from judge.values.json_form import json_bytes

SCALARS: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
    | st.binary(max_size=3)
)
HASHABLE: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3),
    max_leaves=4,
)


def _containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(HASHABLE, inner, max_size=3)
        | st.sets(HASHABLE, max_size=3)
        | st.frozensets(HASHABLE, max_size=3)
    )


CALLS = {"calls": ["Thing", "put", "get", "get"], "arguments": [[2], ["a", 1], ["a"], ["b"]]}
METHODS = (
    Method("put", (Parameter("key", "str"), Parameter("value", "int")), "None"),
    Method("get", (Parameter("key", "str"),), "int"),
)

#: Whatever an honest answer is made of.
PLAIN = st.recursive(SCALARS, _containers, max_leaves=8)
#: Whatever the decoder lets through.
DECODED: st.SearchStrategy[Any] = st.recursive(
    SCALARS | st.just(math.nan) | st.builds(Foreign, st.text(max_size=9), st.text(max_size=9)),
    lambda inner: (
        _containers(inner)
        | st.builds(Node, inner)
        | st.lists(inner, max_size=3).map(lambda values: Tree(tuple(values)))
        | st.lists(inner, max_size=3).map(lambda values: Linked(tuple(values)))
    ),
    max_leaves=8,
)


def problem(
    returns: str = "int",
    *,
    checker: str = "equal",
    shape: Shape = Shape.JSON,
    methods: tuple[Method, ...] = (),
    loose: bool = False,
    folder: Path = Path("problems/nowhere"),
) -> Problem:
    """Return a problem that is nothing but its interface; methods make it a class problem."""
    interface = Interface(
        "class" if methods else "function",
        ("Thing",) if methods else ("answer",),
        () if methods else (Parameter("n", "int"),),
        returns,
        shape,
        methods,
        loose=loose,
    )
    return Problem(
        slug="nowhere",
        version="0" * 16,
        title="Nowhere",
        difficulty="easy",
        tags=(),
        interface=interface,
        checker=cast("Rule", checker),
        memory_bytes=2**26,
        time_factor=10.0,
        floor_seconds=1.0,
        complexity=Complexity("O(1)", "O(1)"),
        samples=(),
        statement="",
        starter="",
        hints=(),
        editorial="",
        folder=folder,
        solutions=folder,
    )


@dataclass(frozen=True)
class StubCase:
    """A case whose arguments are made only when they are asked for."""

    given: Callable[[], Mapping[str, Any]]
    expected: Any
    size: int | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)

    @property
    def arguments(self) -> dict[str, Any]:
        return dict(self.given())

    @property
    def arguments_json(self) -> bytes:
        given = self.arguments
        if "calls" in given:
            return encode_calls(given["calls"], given["arguments"])
        return json_bytes(list(given.values()))

    @property
    def expected_json(self) -> bytes:
        return json_bytes(self.expected)


def check_answer(
    problem: Problem, arguments: Callable[[], Mapping[str, Any]], expected: Any, value: Any
) -> Check:
    """Check an answer as judging does."""
    case = StubCase(arguments, expected)
    return problem.kind.check(problem.interface, problem.rules, case, value, {})


def unasked() -> NoReturn:
    raise AssertionError("the arguments of a scale case are costly: nobody may ask for them here")


def message(expected: Any, value: Any, returns: str = "list[int]", **how: Any) -> str:
    """Return what is said of a wrong answer; empty for a right one."""
    check = check_answer(problem(returns, **how), unasked, expected, value)
    assert check.passed == (check.message == "")
    return check.message
