"""Find what in a module could be its entry: functions, methods and classes."""

import functools
import inspect
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import FunctionType, MethodType, ModuleType
from typing import Any

#: The name of the module that a submission becomes.
MODULE = "solution"

Bind = Callable[[], Callable[..., Any]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible entry; `drop` is the number of arguments that Python binds itself.

    `made`: a descriptor gave the value, so its own signature counts, not one that it wraps.
    """

    name: str
    label: str
    value: Any
    bind: Bind
    drop: int = 0
    owner: type | None = None
    made: bool = False

    def signature(self) -> inspect.Signature | None:
        """Return the parameters of what is called.

        What hands on all that it is given, or is a cache, takes what the function inside does.
        """
        own = _signature(self.value, follow_wrapped=False)
        if self.made or not (own is None or _hands_on(own)):
            return own
        return _signature(self.value, follow_wrapped=True)

    def fits(self, arity: int) -> bool:
        return fits(self.signature(), arity + self.drop)

    def may_take(self, arity: int) -> bool:
        """Whether a call may succeed: a decorator may hand on more than it was given, or less."""
        if self.fits(arity):
            return True
        own = _signature(self.value, follow_wrapped=False)
        return own is not None and fits(own, arity + self.drop)

    def shown(self) -> str:
        return f"`{self.label}{_written(self.signature(), self.drop)}`"

    def line(self) -> int | None:
        line = getattr(getattr(self.value, "__code__", None), "co_firstlineno", None)
        return line if type(line) is int else None


def of_class(owner: type) -> Candidate:
    """Return the candidate for calling a class."""
    return Candidate(owner.__name__, owner.__name__, owner, lambda: owner)


def methods_of(owner: type) -> list[Candidate]:
    """Return the methods of a class with inherited ones, but without those of `object`."""
    names: dict[str, None] = {}
    for part in reversed(owner.__mro__):
        if part is not object:
            names.update(dict.fromkeys(vars(part)))
    found = (_method(owner, name) for name in names if not name.startswith("__"))
    return [candidate for candidate in found if candidate is not None]


def resolved(candidate: Candidate, arity: int) -> Candidate:
    """Return a candidate as what its descriptor gives an instance, if that is what can be called.

    So are `partialmethod`, `singledispatchmethod`, cached properties and people's own decorators
    with a `__get__`. A plain function and what is callable already remain themselves.
    """
    raw = candidate.value
    if candidate.owner is None or inspect.isfunction(raw):
        return candidate
    if callable(raw) and candidate.fits(arity):
        return candidate
    given: Any
    try:
        given = candidate.bind()
    except BaseException:  # noqa: BLE001 - its constructor failed: a call will tell of it
        return candidate
    return replace(candidate, value=given, drop=0, made=True) if callable(given) else candidate


def from_constructor(owner: type, wanted: Iterable[str]) -> list[Candidate]:
    """Return what the constructor of a class, or its `__getattr__`, may give under these names."""
    names: dict[str, None] = {}
    for part in owner.__mro__[:-1]:
        for maker in ("__init__", "__new__", "__post_init__"):
            code = getattr(vars(part).get(maker), "__code__", None)
            names.update(dict.fromkeys(getattr(code, "co_names", ())))
    if hasattr(owner, "__getattr__"):
        names.update(dict.fromkeys(wanted))
    return [_unseen(owner, name) for name in names if folded(name) in map(folded, wanted)]


def _unseen(owner: type, name: str) -> Candidate:
    return Candidate(
        name, f"{owner.__name__}.{name}", None, lambda: getattr(owner(), name), owner=owner
    )


def functions_of(own: Mapping[str, Any], arity: int) -> list[Candidate]:
    """Return what a module binds except classes and modules, callable or not."""
    return [
        _function(name, value, arity, own)
        for name, value in own.items()
        if not is_class(value) and not issubclass(type(value), ModuleType)
    ]


def folded(name: str) -> str:
    """Return a name without case and underscores, the form in which entries are matched."""
    return name.replace("_", "").lower()


def _signature(value: Any, *, follow_wrapped: bool) -> inspect.Signature | None:
    try:
        return inspect.signature(value, follow_wrapped=follow_wrapped)
    except (TypeError, ValueError):
        return None  # a built-in, or an object that hides its signature


def _hands_on(signature: inspect.Signature) -> bool:
    kinds = (parameter.kind for parameter in signature.parameters.values())
    return inspect.Parameter.VAR_POSITIONAL in kinds


def fits(signature: inspect.Signature | None, arity: int) -> bool:
    """Whether a call with `arity` positional arguments is possible, or the signature unknown."""
    if signature is None:
        return True
    try:
        signature.bind(*[None] * arity)
    except TypeError:
        return False
    return True


def is_class(value: Any) -> bool:
    """Whether a value is a class; unlike `isinstance`, never asks the value itself."""
    return issubclass(type(value), type)


def is_own(value: Any) -> bool:
    """Whether the submission defined a value; what it only imported is not a candidate.

    Nor is what cannot be looked at: a helper whose metaclass answers with an exception.
    """
    try:
        if isinstance(value, functools.partial):
            return True
        return callable(value) and getattr(value, "__module__", None) == MODULE
    except BaseException:  # noqa: BLE001 - submitted code answers
        return False


def distinct(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Remove further names of the same object."""
    seen: dict[int, Candidate] = {}
    for candidate in candidates:
        seen.setdefault(id(candidate.value), candidate)
    return list(seen.values())


def _method(owner: type, name: str) -> Candidate | None:
    raw = inspect.getattr_static(owner, name)
    label = f"{owner.__name__}.{name}"
    if is_class(raw):
        return None  # a nested helper
    if isinstance(raw, staticmethod | classmethod):
        drop = 1 if isinstance(raw, classmethod) else 0
        return Candidate(name, label, raw.__func__, lambda: getattr(owner, name), drop)
    # On 3.13 `partial` has a `__get__` that only warns: it is no method before 3.14.
    plain = isinstance(raw, functools.partial) and sys.version_info < (3, 14)
    drop = 1 if hasattr(type(raw), "__get__") and not plain else 0
    return Candidate(name, label, raw, lambda: getattr(owner(), name), drop, owner)


def _function(name: str, value: Any, arity: int, own: Mapping[str, Any]) -> Candidate:
    plain = Candidate(name, name, value, lambda: value)
    if not _takes_self(value) or not fits(plain.signature(), arity + 1):
        return plain
    # Such functions call one another as `self.other(...)`.
    holder = type("Solution", (), {n: v for n, v in own.items() if _takes_self(v)})
    return Candidate(name, name, value, lambda: MethodType(value, holder()), 1)


def _takes_self(value: Any) -> bool:
    """Whether a value is a bare `def f(self, ...)`, a method pasted without its class."""
    if type(value) is not FunctionType:
        return False
    code = value.__code__
    return code.co_argcount > 0 and code.co_varnames[0] == "self"


def _written(signature: inspect.Signature | None, drop: int) -> str:
    """Return a parameter list without annotations."""
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
