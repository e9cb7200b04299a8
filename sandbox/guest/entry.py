"""Finding what to call in a loaded submission, in each form that people type by habit."""

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MethodType, ModuleType
from typing import Any, NoReturn

MODULE = "solution"
SHOWN = 5

Bind = Callable[[], Callable[..., Any]]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the judge calls: `bind` gives the callable of one fresh case.

    For a class problem `bind` gives the class and `methods` maps the official method names to
    those of the submission.
    """

    label: str
    bind: Bind
    methods: Mapping[str, str] = field(default_factory=dict)


class EntryError(Exception):
    """Raised when a submission has no entry, with the code and the sentence that mends it."""

    def __init__(self, code: str, message: str, line: int | None = None) -> None:
        self.code = code
        self.line = line
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Something that may be the entry; `drop` counts the arguments that Python binds itself."""

    name: str
    label: str
    value: Any
    bind: Bind
    drop: int = 0
    owner: type | None = None

    def signature(self) -> inspect.Signature | None:
        try:
            return inspect.signature(self.value)
        except (TypeError, ValueError):
            return None  # built in, or an object that hides it: only a call would tell

    def fits(self, arity: int) -> bool:
        return fits(self.signature(), arity + self.drop)

    def shown(self) -> str:
        return f"`{self.label}{_written(self.signature(), self.drop)}`"

    def line(self) -> int | None:
        line = getattr(getattr(self.value, "__code__", None), "co_firstlineno", None)
        return line if type(line) is int else None


def find_entry(interface: Mapping[str, Any], module: ModuleType, given: Mapping[str, Any]) -> Entry:
    """Return the entry of a module; `given` are the preloaded names, which are no candidates."""
    own = {
        name: value
        for name, value in vars(module).items()
        if not name.startswith("__") and not (name in given and given[name] is value)
    }
    if interface["kind"] == "class":
        return _class_entry(interface, own)
    return _function_entry(interface, own)


def folded(name: str) -> str:
    """Return a name without case and underscores, as entries are matched."""
    return name.replace("_", "").lower()


def fits(signature: inspect.Signature | None, arity: int) -> bool:
    """True when a call with `arity` positional arguments is possible, as far as one can see."""
    if signature is None:
        return True
    try:
        signature.bind(*[None] * arity)
    except TypeError:
        return False
    return True


def is_solution(name: str) -> bool:
    """True for `Solution`, however it is typed."""
    return folded(name) == "solution"


def _function_entry(interface: Mapping[str, Any], own: Mapping[str, Any]) -> Entry:
    wanted = {folded(name) for name in interface["names"]}
    arity = len(interface["parameters"])
    methods = _methods(_solution_class(own))
    for pool in (methods, _functions(own, arity)):
        named = _distinct(c for c in pool if folded(c.name) in wanted)
        if len(named) > 1:
            _refuse_several(named, interface, "both have the entry's name: keep one")
        if named:
            return _checked(named[0], interface)
    return _only_candidate(interface, own, methods)


def _only_candidate(
    interface: Mapping[str, Any], own: Mapping[str, Any], methods: list[_Candidate]
) -> Entry:
    """Without a name that matches, the only public callable that fits is the entry."""
    arity = len(interface["parameters"])
    functions = [c for c in _functions(own, arity) if _is_own(c.value)]
    public = [
        [c for c in _distinct(pool) if not c.name.startswith("_") and callable(c.value)]
        for pool in (methods, functions)
    ]
    for pool in public:
        fitting = [c for c in pool if c.fits(arity)]
        if len(fitting) > 1:
            mend = f"could each be the entry: name one of them `{interface['names'][0]}`"
            _refuse_several(fitting, interface, mend)
        if fitting:
            return _checked(fitting[0], interface)
    raise _no_entry(interface, own, [c for pool in public for c in pool])


def _no_entry(
    interface: Mapping[str, Any], own: Mapping[str, Any], found: list[_Candidate]
) -> EntryError:
    expected = f"`{_expected(interface)}`"
    if len(found) == 1:
        return EntryError(
            "wrong_arity", f"expected {expected}, found {found[0].shown()}", found[0].line()
        )
    if found:
        names = _listed(c.shown() for c in found)
        return EntryError("no_entry", f"expected {expected}, found only {names}")
    wanted = {folded(name) for name in interface["names"]}
    for name, value in own.items():
        if inspect.isclass(value) and folded(name) in wanted:
            message = f"expected a function {expected}, but `{name}` is a class"
            return EntryError("no_entry", message)
        if inspect.isclass(value) and _is_own(value):
            for method in _methods(value):
                if folded(method.name) in wanted:
                    message = f"found `{method.label}`: name its class `Solution`"
                    return EntryError("no_entry", message, method.line())
    return EntryError("no_entry", f"found no function: expected {expected}")


def _checked(candidate: _Candidate, interface: Mapping[str, Any]) -> Entry:
    """Refuse an entry that cannot answer, with the sentence that mends it."""
    line, label = candidate.line(), candidate.label
    if not callable(candidate.value):
        kind = type(candidate.value).__name__
        raise EntryError("not_callable", f"`{label}` is of type {kind}, not a function", line)
    _refuse_lazy(candidate.value, label, line)
    if not candidate.fits(len(interface["parameters"])):
        message = f"expected `{_expected(interface)}`, found {candidate.shown()}"
        if candidate.drop and fits(candidate.signature(), len(interface["parameters"])):
            message += ": its first parameter must be `self`"
        raise EntryError("wrong_arity", message, line)
    if candidate.owner is not None:
        _refuse_constructor(candidate.owner)
    return Entry(label, candidate.bind)


def _refuse_lazy(function: Any, label: str, line: int | None) -> None:
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        raise EntryError("async", f"`{label}` is async: write `def`, without `async`", line)
    if inspect.isgeneratorfunction(function):
        message = f"`{label}` is a generator: it must `return` its answer, not `yield` parts of it"
        raise EntryError("generator", message, line)


def _refuse_constructor(owner: type) -> None:
    signature = _Candidate(owner.__name__, "", owner, lambda: owner).signature()
    if not fits(signature, 0):
        wants = _written(signature, 0)
        raise EntryError(
            "constructor",
            f"`{owner.__name__}{wants}` needs arguments, but is made with none: give them defaults",
        )


def _solution_class(own: Mapping[str, Any]) -> type | None:
    classes = [(n, v) for n, v in own.items() if inspect.isclass(v) and is_solution(n)]
    exact = [value for name, value in classes if name == "Solution"]
    return next(iter(exact + [value for _, value in classes]), None)


def _methods(owner: type | None) -> list[_Candidate]:
    if owner is None:
        return []
    names: dict[str, None] = {}
    for part in reversed(owner.__mro__):
        if part is not object:
            names.update(dict.fromkeys(vars(part)))
    found = (_method(owner, name) for name in names if not name.startswith("__"))
    return [candidate for candidate in found if candidate is not None]


def _method(owner: type, name: str) -> _Candidate | None:
    raw = inspect.getattr_static(owner, name)
    label = f"{owner.__name__}.{name}"
    if inspect.isclass(raw):
        return None  # a nested helper
    if isinstance(raw, staticmethod | classmethod):
        drop = 1 if isinstance(raw, classmethod) else 0
        return _Candidate(name, label, raw.__func__, lambda: getattr(owner, name), drop)
    drop = 1 if hasattr(type(raw), "__get__") else 0
    return _Candidate(name, label, raw, lambda: getattr(owner(), name), drop, owner)


def _functions(own: Mapping[str, Any], arity: int) -> list[_Candidate]:
    return [
        _function(name, value, arity, own)
        for name, value in own.items()
        if not inspect.isclass(value) and not inspect.ismodule(value)
    ]


def _function(name: str, value: Any, arity: int, own: Mapping[str, Any]) -> _Candidate:
    plain = _Candidate(name, name, value, lambda: value)
    if not _takes_self(value) or not fits(plain.signature(), arity + 1):
        return plain
    holder = type("Solution", (), {n: v for n, v in own.items() if _takes_self(v)})
    return _Candidate(name, name, value, lambda: MethodType(value, holder()), 1)


def _takes_self(value: Any) -> bool:
    """True for a bare `def f(self, ...)`, a method that was pasted without its class."""
    return inspect.isfunction(value) and value.__code__.co_varnames[:1] == ("self",)


def _is_own(value: Any) -> bool:
    """True for what the submission defined; what it only imported is no candidate."""
    if isinstance(value, functools.partial):
        return True
    return callable(value) and getattr(value, "__module__", None) == MODULE


def _distinct(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """Leave out second names of one function."""
    seen: dict[int, _Candidate] = {}
    for candidate in candidates:
        seen.setdefault(id(candidate.value), candidate)
    return list(seen.values())


def _refuse_several(
    candidates: list[_Candidate], interface: Mapping[str, Any], mend: str
) -> NoReturn:
    named = _listed(c.shown() for c in candidates)
    message = f"{named} {mend} (expected `{_expected(interface)}`)"
    raise EntryError("ambiguous", message, candidates[-1].line())


def _class_entry(interface: Mapping[str, Any], own: Mapping[str, Any]) -> Entry:
    wanted = {folded(name) for name in interface["names"]}
    named = {n: v for n, v in own.items() if folded(n) in wanted}
    classes = {n: v for n, v in named.items() if inspect.isclass(v)}
    if named and not classes:
        name, value = next(iter(named.items()))
        kind = type(value).__name__
        expected = f"expected `{_expected(interface)}`"
        raise EntryError("not_callable", f"`{name}` is of type {kind}: {expected}")
    if not classes:
        classes = {
            n: v for n, v in own.items()
            if inspect.isclass(v) and _is_own(v) and not n.startswith("_")
            and not _missing(v, interface)
        }  # fmt: skip
    if len({id(value) for value in classes.values()}) > 1:
        names = _listed(f"`{name}`" for name in classes)
        mend = f"name one of them `{interface['names'][0]}`, and the others otherwise"
        raise EntryError("ambiguous", f"{names} could each be the entry: {mend}")
    if not classes:
        raise EntryError("no_entry", f"found no class: expected `{_expected(interface)}`")
    name, value = next(iter(classes.items()))
    return _checked_class(name, value, interface)


def _checked_class(name: str, value: type, interface: Mapping[str, Any]) -> Entry:
    missing = _missing(value, interface)
    if missing:
        names = _listed(f"`{method}`" for method in missing)
        raise EntryError("no_entry", f"class `{name}` lacks {names}")
    constructor = _Candidate(name, name, value, lambda: value)
    if not constructor.fits(len(interface["parameters"])):
        found = f"expected `{_expected(interface)}`, found {constructor.shown()}"
        raise EntryError("wrong_arity", found)
    methods = {}
    for method in interface["methods"]:
        candidate = _methods_named(value, method["name"])[0]
        _refuse_lazy(candidate.value, candidate.label, candidate.line())
        if not callable(candidate.value):
            raise EntryError("not_callable", f"`{candidate.label}` is not a method")
        if not candidate.fits(method["arity"]):
            message = f"{candidate.shown()} must take {_counted(method['arity'])} after `self`"
            raise EntryError("wrong_arity", message, candidate.line())
        methods[method["name"]] = candidate.name
    return Entry(name, lambda: value, methods)


def _missing(value: type, interface: Mapping[str, Any]) -> list[str]:
    return [m["name"] for m in interface["methods"] if not _methods_named(value, m["name"])]


def _methods_named(value: type, name: str) -> list[_Candidate]:
    """Return the methods that match a name, the one spelled exactly so first."""
    found = [c for c in _methods(value) if folded(c.name) == folded(name)]
    return sorted(found, key=lambda c: c.name != name)


def _expected(interface: Mapping[str, Any]) -> str:
    inside = ", ".join(parameter["name"] for parameter in interface["parameters"])
    prefix = "class " if interface["kind"] == "class" else ""
    return f"{prefix}{interface['names'][0]}({inside})"


def _written(signature: inspect.Signature | None, drop: int) -> str:
    """Return a parameter list as people write it, without annotations."""
    if signature is None:
        return "(...)"
    inside: list[str] = []
    for parameter in signature.parameters.values():
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and not any(
            part.startswith("*") for part in inside
        ):
            inside.append("*")
        default = "" if parameter.default is inspect.Parameter.empty else "=..."
        inside.append(f"{_STARS.get(parameter.kind.name, '')}{parameter.name}{default}")
    return f"({', '.join(inside[drop:])})"


_STARS = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    if len(shown) > SHOWN:
        shown = [*shown[:SHOWN], "..."]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _counted(count: int) -> str:
    return {0: "no arguments", 1: "1 argument"}.get(count, f"{count} arguments")
