"""A record of judge.records does what a frozen dataclass with slots does."""

import contextlib
import copy
import dataclasses
import inspect
import pickle
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, field
from typing import ClassVar, Generic, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from judge import records

T = TypeVar("T")


@records.dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0
    tags: list[str] = field(default_factory=list, compare=False)
    origin: ClassVar[str] = "nowhere"

    @property
    def both(self) -> tuple[int, int]:
        return self.x, self.y


@dataclasses.dataclass(frozen=True, slots=True)
class Model:
    x: int
    y: int = 0
    tags: list[str] = field(default_factory=list, compare=False)
    origin: ClassVar[str] = "nowhere"


@records.dataclass(frozen=True, slots=True, kw_only=True)
class Named(Point):
    name: str
    z: float = 1.5

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a name")


@records.dataclass(frozen=True, slots=True)
class Box(Generic[T]):
    content: T


#: Ways to call a class of these fields, right and wrong.
CALLS: list[Callable[[type], object]] = [
    lambda made: made(1),
    lambda made: made(1, 2),
    lambda made: made(1, 2, ["a"]),
    lambda made: made(x=1),
    lambda made: made(y=3, x=1),
    lambda made: made(1, tags=["b"]),
    lambda made: made(),
    lambda made: made(1, 2, [], 4),
    lambda made: made(1, x=1),
    lambda made: made(1, w=1),
    lambda made: made(y=1),
]


@pytest.mark.parametrize("call", CALLS)
def test_a_record_is_made_as_a_dataclass_is(call: Callable[[type], object]) -> None:
    """The same values or the same kind of error."""
    try:
        expected = call(Model)
    except TypeError:
        with pytest.raises(TypeError, match="Point"):
            call(Point)
        return
    made = call(Point)
    assert repr(made) == repr(expected).replace("Model", "Point")
    assert dataclasses.asdict(made) == dataclasses.asdict(expected)  # type: ignore[call-overload]  # either class


@given(st.lists(st.integers(0, 2), min_size=4, max_size=4))
def test_equality_and_hash_are_those_of_the_compared_fields(numbers: list[int]) -> None:
    """Of equal classes only: a subclass is another thing."""
    a, b, c, d = numbers
    one, other = Point(a, b, ["one"]), Point(c, d, ["other"])
    assert (one == other) == (Model(a, b) == Model(c, d))
    assert one != other or hash(one) == hash(other)
    assert one != Named(a, b, name="n")
    assert hash(Box(1.5)) == hash(Box(1.5))
    assert Box(1) != Box(2)


def test_nothing_can_be_assigned() -> None:
    """Neither a field nor anything else, and there is no dictionary."""
    point = Point(1)
    for name in ("x", "new"):
        with pytest.raises(FrozenInstanceError, match=name):
            setattr(point, name, 2)
        with pytest.raises(FrozenInstanceError, match=name):
            delattr(point, name)
    assert not hasattr(point, "__dict__")
    assert point.both == (1, 0)
    assert Point.origin == "nowhere"


def test_inherited_fields_come_first_and_those_by_keyword_need_their_names() -> None:
    """`__post_init__` has the last word."""
    named = Named(1, name="n")
    assert repr(named) == "Named(x=1, y=0, tags=[], name='n', z=1.5)"
    assert named.__match_args__ == ("x", "y", "tags")
    with pytest.raises(ValueError, match="a name"):
        Named(1, name="")
    with pytest.raises(TypeError, match="Named"):
        Named(1, 2, [], "n")  # type: ignore[call-arg]  # what is tested


@pytest.mark.parametrize("record", [Point(1, 2, ["t"]), Named(1, name="n"), Box("b")])
def test_a_record_is_copied_pickled_and_replaced(record: Point) -> None:
    """As values are."""
    for twin in (copy.deepcopy(record), pickle.loads(pickle.dumps(record))):  # noqa: S301 - our own
        assert twin == record
        assert repr(twin) == repr(record)
    assert records.replace(record) == record
    if isinstance(record, Point):
        assert records.replace(record, x=7).x == 7
        with pytest.raises(TypeError, match="nothing"):
            records.replace(record, nothing=1)  # type: ignore[call-arg]  # what is tested


def test_tools_find_the_fields() -> None:
    """The standard library's, pydantic and Hypothesis ask in different ways."""
    assert [one.name for one in dataclasses.fields(Named)] == ["x", "y", "tags", "name", "z"]
    assert all(dataclasses.is_dataclass(one) for one in (Point, Point(1), Named))
    assert list(inspect.signature(Named).parameters) == ["x", "y", "tags", "name", "z"]
    adapter = TypeAdapter(Named)
    assert adapter.validate_python({"x": "1", "name": "n"}) == Named(1, name="n")
    assert adapter.dump_json(Named(1, name="n"))
    assert dataclasses.replace(Point(1), x=2) == Point(2)


def test_threads_may_be_the_first_to_ask_for_the_fields_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As two first requests of a server do; `dataclasses` can make a class only once."""
    make, both = dataclasses.dataclass, threading.Barrier(2)

    def make_with_the_other(**options: bool) -> Callable[[type], type]:
        # A second that comes here is waited for; where it may not come, this ends by itself.
        with contextlib.suppress(threading.BrokenBarrierError):
            both.wait(0.1)
        return make(**options)

    monkeypatch.setattr(dataclasses, "dataclass", make_with_the_other)

    @records.dataclass(frozen=True, slots=True)
    class New:
        x: int

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(dataclasses.asdict, [New(1), New(2)]))
    assert found == [{"x": 1}, {"x": 2}]


def test_what_is_not_here_is_refused() -> None:
    """A class that can be changed is made by `dataclasses`."""
    with pytest.raises(TypeError, match="frozen"):
        records.dataclass(frozen=False, slots=True)


@dataclasses.dataclass(frozen=True)
class Longer(Point):
    """What extends a record in the ordinary way."""

    seen: int = 0


def test_a_replaced_record_is_checked_and_whole() -> None:
    """Its own check runs again, and what an extension holds goes with it."""
    with pytest.raises(ValueError, match="a name"):
        records.replace(Named(1, name="n"), name="")
    assert records.replace(Longer(1, seen=7), x=2) == Longer(2, seen=7)
