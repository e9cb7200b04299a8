"""Find the entry of a loaded submission, in each of the usual forms."""

import functools
import inspect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any

from .candidates import (
    Bind,
    Candidate,
    distinct,
    fits,
    folded,
    from_constructor,
    functions_of,
    is_class,
    is_own,
    methods_of,
    of_class,
    resolved,
)

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """What the judge calls: `bind` returns the callable for one fresh case.

    For a class problem `bind` returns the class and `methods` maps the official method names to
    those of the submission. `passed_over` has another entry of the name, as a person reads it.
    """

    label: str
    bind: Bind
    methods: Mapping[str, str] = field(default_factory=dict)
    passed_over: str | None = None


class EntryError(Exception):
    """Raised when a submission has no entry, with a code and a sentence on how to fix it."""

    def __init__(self, code: str, message: str, line: int | None = None) -> None:
        self.code = code
        self.line = line
        super().__init__(message)


def find_entry(interface: Mapping[str, Any], module: ModuleType, given: Mapping[str, Any]) -> Entry:
    """Return the entry of a module; `given` are the preloaded names, which are not candidates."""
    own = {
        name: value
        for name, value in vars(module).items()
        if not name.startswith("__") and not (name in given and given[name] is value)
    }
    if interface["kind"] == "class":
        return _class_entry(interface, own)
    return _function_entry(interface, own)


def is_solution(name: str) -> bool:
    """Whether a name is `Solution`, without case and underscores."""
    return folded(name) == "solution"


def _function_entry(interface: Mapping[str, Any], own: Mapping[str, Any]) -> Entry:
    arity = len(interface["parameters"])
    solution = _solution_class(own)
    methods = methods_of(solution) if solution else []
    functions = functions_of(own, arity)
    others = _methods_elsewhere(own, solution, interface)
    found = [_named(pool, interface) for pool in (methods, functions, others)]
    for pool in found:
        fitting = [c for c in pool if _can_be_called(c, arity)]
        if len(fitting) > 1:
            raise _several(fitting, interface, "have the entry's name: keep one")
        if pool:
            entry = _checked((fitting or pool)[0], interface)
            return replace(entry, passed_over=_beside(entry, found, arity))
    made = [resolved(c, arity) for c in _made_by_constructor(solution, interface)]
    for candidate in made:
        if callable(candidate.value):
            return _checked(candidate, interface)
    return _only_candidate(interface, own, (methods, [c for c in functions if is_own(c.value)]))


def _named(pool: list[Candidate], interface: Mapping[str, Any]) -> list[Candidate]:
    wanted, arity = _wanted(interface), len(interface["parameters"])
    return [resolved(c, arity) for c in distinct(c for c in pool if folded(c.name) in wanted)]


def _can_be_called(candidate: Candidate, arity: int) -> bool:
    """A helper may have one of the names too, but hardly the same number of parameters."""
    return callable(candidate.value) and candidate.fits(arity)


def _methods_elsewhere(
    own: Mapping[str, Any], solution: type | None, interface: Mapping[str, Any]
) -> list[Candidate]:
    """Return the methods of the entry's name in classes of other names, without their bases."""
    if solution is not None:
        return []
    arity = len(interface["parameters"])
    classes = {id(value): value for value in own.values() if is_class(value) and is_own(value)}
    found = {
        owner: fitting
        for owner in classes.values()
        if (fitting := [c for c in _named(methods_of(owner), interface) if c.fits(arity)])
        and of_class(owner).fits(0)
    }
    bases = {base for owner in found for base in owner.__mro__[1:]}
    return [c for owner, candidates in found.items() if owner not in bases for c in candidates]


def _made_by_constructor(solution: type | None, interface: Mapping[str, Any]) -> list[Candidate]:
    return [] if solution is None else from_constructor(solution, interface["names"])


def _beside(entry: Entry, found: list[list[Candidate]], arity: int) -> str | None:
    """Return another entry of the name that comes after the one that is taken."""
    for candidate in (c for pool in found for c in pool):
        if candidate.label == entry.label or inspect.ismethod(candidate.value):
            continue
        if is_own(candidate.value) and _can_be_called(candidate, arity):
            return candidate.shown()
    return None


def _only_candidate(
    interface: Mapping[str, Any], own: Mapping[str, Any], pools: tuple[list[Candidate], ...]
) -> Entry:
    """If no name matches, return the only public callable that fits."""
    public = [
        [c for c in distinct(pool) if not c.name.startswith("_") and callable(c.value)]
        for pool in pools
    ]
    for pool in public:
        fitting = [c for c in pool if c.fits(len(interface["parameters"]))]
        if len(fitting) > 1:
            mend = f"could each be the entry: name one of them `{interface['names'][0]}`"
            raise _several(fitting, interface, mend)
        if fitting:
            _refuse_others(fitting[0], interface)
            return _checked(fitting[0], interface)
    raise _none(interface, own, [c for pool in public for c in pool])


def _refuse_others(candidate: Candidate, interface: Mapping[str, Any]) -> None:
    """Refuse an entry whose name says that another question is answered."""
    for name, sentence in interface.get("refuses", {}).items():
        if folded(name) == folded(candidate.name):
            raise EntryError("no_entry", f"`{candidate.label}`: {sentence}", candidate.line())


def _none(
    interface: Mapping[str, Any], own: Mapping[str, Any], found: list[Candidate]
) -> EntryError:
    expected = f"expected `{_expected(interface)}`"
    if len(found) == 1:
        message = f"{expected}, found {found[0].shown()}"
        return EntryError("wrong_arity", message, found[0].line())
    if found:
        names = _listed(c.shown() for c in found)
        return EntryError("no_entry", f"{expected}, found only {names}")
    return _only_a_class(interface, own) or EntryError("no_entry", f"found no function: {expected}")


def _only_a_class(interface: Mapping[str, Any], own: Mapping[str, Any]) -> EntryError | None:
    """Return the error for a class where the problem asks for a function or for a method."""
    wanted = _wanted(interface)
    for name, value in own.items():
        if not is_class(value) or not is_own(value):
            continue
        if folded(name) in wanted:
            message = f"`{name}` is a class: expected a function `{_expected(interface)}`"
            return EntryError("no_entry", message)
        for method in methods_of(value):
            if folded(method.name) not in wanted:
                continue
            if not of_class(value).fits(0):
                raise _needs_arguments(value)
            message = f"expected `{_expected(interface)}`, found {method.shown()}"
            return EntryError("wrong_arity", message, method.line())
    return None


def _needs_arguments(owner: type) -> EntryError:
    wants = of_class(owner).shown()
    message = f"{wants} needs arguments, but is made with none: give them defaults"
    return EntryError("constructor", message)


def _checked(candidate: Candidate, interface: Mapping[str, Any]) -> Entry:
    """Return a candidate as the entry; raise `EntryError` if it cannot return an answer."""
    line, label, arity = candidate.line(), candidate.label, len(interface["parameters"])
    if not callable(candidate.value):
        kind = type(candidate.value).__name__
        raise EntryError("not_callable", f"`{label}` is of type {kind}, not a function", line)
    _refuse_lazy(candidate)
    if not candidate.may_take(arity):
        message = f"expected `{_expected(interface)}`, found {candidate.shown()}"
        if candidate.drop and fits(candidate.signature(), arity):
            message += ": its first parameter must be `self`"
        raise EntryError("wrong_arity", message, line)
    if candidate.owner is not None and not of_class(candidate.owner).fits(0):
        raise _needs_arguments(candidate.owner)
    return Entry(label, candidate.bind)


def _refuse_lazy(candidate: Candidate) -> None:
    function, label, line = candidate.value, candidate.label, candidate.line()
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        raise EntryError("async", f"`{label}` is async: write `def`, without `async`", line)
    if inspect.isgeneratorfunction(function):
        message = f"`{label}` is a generator: it must `return` its answer, not `yield` parts of it"
        raise EntryError("generator", message, line)


def _several(candidates: list[Candidate], interface: Mapping[str, Any], mend: str) -> EntryError:
    named = _listed(c.shown() for c in candidates)
    message = f"{named} {mend} (expected `{_expected(interface)}`)"
    return EntryError("ambiguous", message, candidates[-1].line())


def _solution_class(own: Mapping[str, Any]) -> type | None:
    classes = [(n, v) for n, v in own.items() if is_class(v) and is_solution(n)]
    exact = [value for name, value in classes if name == "Solution"]
    return next(iter(exact + [value for _, value in classes]), None)


def _class_entry(interface: Mapping[str, Any], own: Mapping[str, Any]) -> Entry:
    named = {n: v for n, v in own.items() if folded(n) in _wanted(interface)}
    classes = {n: v for n, v in named.items() if is_class(v)}
    expected = f"expected `{_expected(interface)}`"
    if named and not classes:
        name, value = next(iter(named.items()))
        kind = type(value).__name__
        raise EntryError("not_callable", f"`{name}` is of type {kind}: {expected}")
    classes = classes or _classes_that_fit(interface, own)
    if len({id(value) for value in classes.values()}) > 1:
        names = _listed(f"`{name}`" for name in classes)
        mend = f"name only one of them `{interface['names'][0]}`"
        raise EntryError("ambiguous", f"{names} could each be the entry: {mend}")
    if not classes:
        raise EntryError("no_entry", f"found no class: {expected}")
    return _checked_class(next(iter(classes.values())), interface)


def _classes_that_fit(interface: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, type]:
    """Return the public classes with all the methods, whatever the name of the class."""
    return {
        name: value
        for name, value in own.items()
        if is_class(value)
        and is_own(value)
        and not name.startswith("_")
        and not _missing(value, interface)
    }


def _checked_class(owner: type, interface: Mapping[str, Any]) -> Entry:
    missing = _missing(owner, interface)
    if missing:
        names = _listed(f"`{method}`" for method in missing)
        raise EntryError("no_entry", f"class `{owner.__name__}` lacks {names}")
    constructor = of_class(owner)
    if not constructor.fits(len(interface["parameters"])):
        found = f"expected `{_expected(interface)}`, found {constructor.shown()}"
        raise EntryError("wrong_arity", found)
    methods = {
        m["name"]: _checked_method(owner, m["name"], m["arity"]) for m in interface["methods"]
    }
    return Entry(owner.__name__, lambda: owner, methods)


def _checked_method(owner: type, name: str, arity: int) -> str:
    candidate = _methods_named(owner, name)[0]
    if _gives_a_method(candidate, arity):
        return candidate.name
    if not callable(candidate.value):
        raise EntryError("not_callable", f"`{candidate.label}` is not a method")
    _refuse_lazy(candidate)
    if not candidate.may_take(arity):
        count = {0: "no arguments", 1: "1 argument"}.get(arity, f"{arity} arguments")
        message = f"{candidate.shown()} must take {count} after `self`"
        raise EntryError("wrong_arity", message, candidate.line())
    return candidate.name


def _gives_a_method(candidate: Candidate, arity: int) -> bool:
    """Whether only an instance can tell what is called: there is none before the first case."""
    raw = candidate.value
    if callable(raw) or raw is None:
        return raw is None
    if not isinstance(raw, property | functools.cached_property):
        return hasattr(type(raw), "__get__")
    # Without arguments it is more likely a method that was made a property by mistake.
    make = raw.fget if isinstance(raw, property) else raw.func
    return arity > 0 and replace(candidate, value=make).fits(0)


def _missing(owner: type, interface: Mapping[str, Any]) -> list[str]:
    return [m["name"] for m in interface["methods"] if not _methods_named(owner, m["name"])]


def _methods_named(owner: type, name: str) -> list[Candidate]:
    """Return the methods that match a name, an exact match first."""
    found = [c for c in methods_of(owner) if folded(c.name) == folded(name)]
    found = found or from_constructor(owner, [name])
    return sorted(found, key=lambda c: c.name != name)


def _wanted(interface: Mapping[str, Any]) -> set[str]:
    return {folded(name) for name in interface["names"]}


def _expected(interface: Mapping[str, Any]) -> str:
    inside = ", ".join(parameter["name"] for parameter in interface["parameters"])
    prefix = "class " if interface["kind"] == "class" else ""
    return f"{prefix}{interface['names'][0]}({inside})"


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    if len(shown) > SHOWN:
        shown = [*shown[:SHOWN], "..."]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
