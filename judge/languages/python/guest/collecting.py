"""Find the tests of a suite as pytest does: functions, classes `Test*`, and `unittest.TestCase`.

Fixtures are not there: a test that asks for one is refused by name. What is marked as skipped or
as an expected failure counts as absent.
"""

import inspect
import itertools
import sys
import unittest
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from _pytest.compat import getfuncargnames
from _pytest.fixtures import FixtureFunctionDefinition

from .faults import type_name

LONGEST_NAME = 200


class RefusedError(Exception):
    """Raised where a suite cannot be played here; the message says what to change."""


class CollectionError(Exception):
    """Raised where pytest, too, would fail to collect a test."""


class SkippedError(Exception):
    """Raised in place of what a test raises that skips itself or expects to fail."""


@dataclass(frozen=True, slots=True)
class Item:
    """One test: the name that pytest gives it, the function's alone, and how it is run."""

    name: str
    function: str
    run: Callable[[], None]


@dataclass(slots=True)
class _Around:
    """What is called before and after the tests of a class or a module, once."""

    before: Callable[[], None]
    after: Callable[[], None]
    left: int = 0
    begun: bool = False

    def begin(self) -> None:
        if not self.begun:
            self.begun = True
            self.before()

    def end(self) -> None:
        self.left -= 1
        if self.left == 0 and self.begun:
            self.after()


@dataclass(slots=True)
class _Found:
    items: list[Item] = field(default_factory=list)
    absent: int = 0


def collect(module: ModuleType) -> tuple[list[Item], int]:
    """Return the tests of a module in the order of pytest, and how many count as absent."""
    found = _Found()
    marks = _marks(module)
    _refuse_autouse(vars(module).values())
    around = _around(module, "setup_module", "teardown_module", module)
    for name, value in list(vars(module).items()):
        if isinstance(value, type):
            if issubclass(value, unittest.TestCase):
                _unittest(found, value, marks)
            elif name.startswith("Test"):
                _class(found, name, value, marks, around)
        elif name.startswith("test") and _is_function(value):
            calls = (_hook(module, "setup_function"), _hook(module, "teardown_function"))
            _function(found, name, value, (marks, [around], calls))
    return found.items, found.absent


def _is_function(value: Any) -> bool:
    return inspect.isfunction(value) and getattr(value, "__test__", True) is not False


_Context = tuple[
    Sequence[Any], Sequence[_Around], tuple[Callable[..., Any] | None, Callable[..., Any] | None]
]


def _class(found: _Found, name: str, kind: type, marks: Sequence[Any], outer: _Around) -> None:
    made: Any = kind
    if made.__init__ is not object.__init__ or made.__new__ is not object.__new__:
        return  # as pytest, which warns
    if getattr(kind, "__test__", True) is False:
        return
    marks = [*_marks(kind), *marks]
    around = _around(kind, "setup_class", "teardown_class", kind)
    methods: dict[str, Any] = {}
    for one in reversed(kind.__mro__[:-1]):
        _refuse_autouse(vars(one).values())
        methods.update(vars(one))
    for method, value in methods.items():
        plain = value.__func__ if isinstance(value, staticmethod | classmethod) else value
        if method.startswith("test") and _is_function(plain):
            _method(found, f"{name}::{method}", kind, method, (marks, [outer, around]))
        elif method.startswith("Test") and isinstance(value, type):
            _class(found, f"{name}::{method}", value, marks, outer)


def _method(
    found: _Found,
    label: str,
    kind: type,
    method: str,
    context: tuple[Sequence[Any], Sequence[_Around]],
) -> None:
    marks, around = context

    def run(**given: Any) -> None:
        one = kind()
        bound = getattr(one, method)
        _with_hooks(
            _hook(one, "setup_method"), _hook(one, "teardown_method"), bound, lambda: bound(**given)
        )

    plain = inspect.getattr_static(kind, method)
    free = isinstance(plain, staticmethod)
    function = plain.__func__ if isinstance(plain, staticmethod | classmethod) else plain
    _expand(found, label, function, run, (marks, around), owner=None if free else kind)


def _function(found: _Found, name: str, function: Any, context: _Context) -> None:
    marks, around, (before, after) = context

    def run(**given: Any) -> None:
        _with_hooks(before, after, function, lambda: function(**given))

    _expand(found, name, function, run, (marks, around))


def _with_hooks(
    before: Callable[..., Any] | None,
    after: Callable[..., Any] | None,
    subject: Any,
    run: Callable[[], None],
) -> None:
    if before is not None:
        _call(before, subject)
    try:
        run()
    finally:
        if after is not None:
            _call(after, subject)


def _hook(owner: Any, name: str) -> Callable[..., Any] | None:
    hook = getattr(owner, name, None)
    return hook if callable(hook) else None


def _call(hook: Callable[..., Any], subject: Any) -> None:
    """Call a hook of a suite with what it is about, where it takes that."""
    count = len(inspect.signature(hook).parameters)
    hook(*[subject][:count])


def _around(owner: Any, before: str, after: str, subject: Any) -> _Around:
    first, last = _hook(owner, before), _hook(owner, after)
    return _Around(
        lambda: None if first is None else _call(first, subject),
        lambda: None if last is None else _call(last, subject),
    )


def _expand(
    found: _Found,
    name: str,
    function: Any,
    run: Callable[..., None],
    context: tuple[Sequence[Any], Sequence[_Around]],
    *,
    owner: type | None = None,
) -> None:
    """Add one item for each set of parameters; absent ones are only counted."""
    outer, around = context
    marks = [*_marks(function), *outer]
    if inspect.iscoroutinefunction(function) or inspect.isgeneratorfunction(function):
        raise RefusedError(f"{name} is a coroutine or a generator: write it as a plain function")
    sets = list(_parameter_sets(name, marks))
    wanted = _arguments(function, name, owner)
    for label, given, own in sets:
        missing = [one for one in wanted if one not in given]
        if missing or any(mark.name == "usefixtures" for mark in marks):
            asked = missing[0] if missing else "a fixture"
            raise RefusedError(
                f"{name} asks for {asked}: there are no fixtures here; "
                "a test may have parameters of parametrize or given"
            )
        unknown = [one for one in given if one not in wanted and one not in _all(function)]
        if unknown:
            raise CollectionError(f"{name}: the function uses no argument {unknown[0]!r}")
        if _is_absent([*own, *marks], function):
            found.absent += 1
            continue
        for one in around:
            one.left += 1
        text = f"{name}[{label}]" if label else name
        item = Item(text[:LONGEST_NAME], name[:LONGEST_NAME], _once(run, given, around))
        found.items.append(item)


def _once(
    run: Callable[..., None], given: dict[str, Any], around: Sequence[_Around]
) -> Callable[[], None]:
    def item() -> None:
        try:
            for one in around:
                one.begin()
            run(**given)
        finally:
            for one in reversed(around):
                one.end()

    return item


def _arguments(function: Any, name: str, owner: type | None) -> tuple[str, ...]:
    return getfuncargnames(function, name=name.rpartition("::")[2], cls=owner)


def _all(function: Any) -> set[str]:
    return set(inspect.signature(function).parameters)


def _marks(owner: Any) -> list[Any]:
    """Return the marks of a function, class or module, the nearest first."""
    if isinstance(owner, type):
        lists = [vars(one).get("pytestmark", []) for one in owner.__mro__]
    else:
        lists = [getattr(owner, "pytestmark", [])]
    return [
        getattr(mark, "mark", mark)
        for one in lists
        for mark in (one if isinstance(one, list) else [one])
    ]


def _refuse_autouse(found: Any) -> None:
    for value in found:
        if isinstance(value, FixtureFunctionDefinition):
            marker = getattr(value, "_fixture_function_marker", None)
            if getattr(marker, "autouse", False):
                raise RefusedError("there are no fixtures here, also none that are used by all")


def _is_absent(marks: Sequence[Any], function: Any) -> bool:
    for mark in marks:
        if mark.name == "skip":
            return True
        if mark.name in ("skipif", "xfail"):
            conditions = mark.args or (
                (mark.kwargs["condition"],) if "condition" in mark.kwargs else ()
            )
            if not conditions and mark.name == "xfail":
                return True
            scope = getattr(inspect.unwrap(function), "__globals__", {})
            for one in conditions:
                holds = eval(one, {"sys": sys, **scope}) if isinstance(one, str) else one  # noqa: S307 - as pytest
                if holds:
                    return True
    return False


_Set = tuple[str, dict[str, Any], list[Any]]


def _parameter_sets(name: str, marks: Sequence[Any]) -> Iterator[_Set]:
    """Yield a label, arguments and marks for each combination of parameters."""
    axes = [list(_axis(name, mark)) for mark in marks if mark.name == "parametrize"]
    for parts in itertools.product(*axes):
        label = "-".join(part[0] for part in parts)
        given: dict[str, Any] = {}
        own: list[Any] = []
        for part in parts:
            given |= part[1]
            own += part[2]
        yield label, given, own


def _axis(name: str, mark: Any) -> Iterator[_Set]:
    names, rows, ids = _of_parametrize(name, *mark.args, **mark.kwargs)
    for number, row in enumerate(rows):
        found, own, label = row, [], None
        if type_name(row) == "ParameterSet":
            found, own, label = row.values, [getattr(m, "mark", m) for m in row.marks], row.id
        elif len(names) == 1:
            found = (row,)
        try:
            cells = tuple(found)
        except TypeError:
            cells = (found,)
        if len(cells) != len(names):
            counts = f"names {len(names)} arguments and row {number} has {len(cells)}"
            raise CollectionError(f"{name}: parametrize {counts}")
        if type(label) is not str and callable(ids):
            parts = [ids(cell) for cell in cells]
            label = "-".join(
                _label(cell, f"{one}{number}") if part is None else str(part)
                for part, one, cell in zip(parts, names, cells, strict=True)
            )
        elif type(label) is not str and ids is not None and number < len(ids):
            label = None if ids[number] is None else str(ids[number])
        if type(label) is not str:
            label = "-".join(
                _label(cell, f"{one}{number}") for one, cell in zip(names, cells, strict=True)
            )
        yield label, dict(zip(names, cells, strict=True)), own


def _of_parametrize(
    name: str,
    argnames: Any,
    argvalues: Any,
    indirect: Any = False,
    ids: Any = None,
    scope: Any = None,  # noqa: ARG001 - pytest's signature
) -> tuple[list[str], list[Any], Any]:
    if indirect:
        raise RefusedError(f"{name} is parametrized through fixtures: there are none here")
    if isinstance(argnames, str):
        argnames = [one.strip() for one in argnames.split(",") if one.strip()]
    if ids is not None and not callable(ids):
        ids = list(ids)
    return list(argnames), list(argvalues), ids


def _label(value: Any, other: str) -> str:
    if isinstance(value, str):
        return value.encode("unicode_escape").decode("ascii")
    if value is None or isinstance(value, int | float | bool | complex):
        return str(value)
    name = getattr(value, "__name__", None)
    return name if isinstance(name, str) else other


def _unittest(found: _Found, kind: type[unittest.TestCase], outer: Sequence[Any]) -> None:
    """Add the tests of a TestCase, which runs its own setup and subtests."""
    if getattr(kind, "__test__", True) is False:
        return
    marks = [*_marks(kind), *outer]
    around = _Around(kind.setUpClass, _after(kind))
    skipped = getattr(kind, "__unittest_skip__", False)
    for method in unittest.TestLoader().getTestCaseNames(kind):
        function = getattr(kind, method)
        own = [*_marks(function), *marks]
        flags = ("__unittest_skip__", "__unittest_expecting_failure__")
        flagged = skipped or any(getattr(function, flag, False) for flag in flags)
        if flagged or _is_absent(own, function):
            found.absent += 1
        elif inspect.iscoroutinefunction(function):
            raise RefusedError(f"{kind.__name__}::{method} is a coroutine: write a plain method")
        else:
            around.left += 1
            name = f"{kind.__name__}::{method}"[:LONGEST_NAME]
            run = _once(_Unit(kind, method), {}, [around])
            found.items.append(Item(name, name, run))


def _after(kind: type[unittest.TestCase]) -> Callable[[], None]:
    def after() -> None:
        kind.tearDownClass()
        kind.doClassCleanups()

    return after


class _Unit:
    """Runs one method of a TestCase and raises what it reported first."""

    def __init__(self, kind: type[unittest.TestCase], method: str) -> None:
        self._kind, self._method = kind, method

    def __call__(self) -> None:
        result = _Raised()
        self._kind(self._method).run(result)
        if result.raised is not None:
            raise result.raised
        if result.skipped_all:
            raise SkippedError


class _Raised(unittest.TestResult):
    """A result that keeps the first exception of a test."""

    def __init__(self) -> None:
        super().__init__()
        # Else the subtests behind a failure run too, each as slow as a wrong implementation may be.
        self.failfast = True
        self.raised: BaseException | None = None
        self.skipped_all = False

    def addError(self, test: Any, err: Any) -> None:  # noqa: N802, ARG002 - unittest's name
        self.raised = self.raised or err[1]

    addFailure = addError  # noqa: N815 - unittest's name

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:  # noqa: N802, ARG002 - as above
        if err is not None:
            self.raised = self.raised or err[1]

    def addSkip(self, test: Any, reason: str) -> None:  # noqa: N802, ARG002 - as above
        self.skipped_all = True
