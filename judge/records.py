"""Frozen dataclasses that cost a tenth as much to define.

`dataclasses` writes the source of every method of every class and compiles it: 0.3 to 1 ms for six
fields, and a command defines some 150 classes before its first case. Here the methods are closures
over the fields' slots. An instance is made as fast and behaves as a frozen dataclass; what asks for
its fields (`fields`, `asdict`, pydantic, `inspect.signature`) finds them, made on demand.

Only what our records use is here. A class that can be changed, or is ordered, stays with
`dataclasses`, whose documentation holds for the rest.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from inspect import Signature, signature
from operator import attrgetter
from threading import RLock
from typing import TYPE_CHECKING, Any, Never

__all__ = ["dataclass", "names_of", "replace"]


def _dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type], type]:
    """Return a decorator that makes a class a frozen dataclass with slots."""
    if not (frozen and slots):
        raise TypeError("judge.records makes frozen classes with slots only")
    return lambda plain: _record(plain, kw_only=kw_only)


def _replace(record: Any, /, **changes: object) -> object:
    """Return a record, or another dataclass, that differs in `changes`."""
    made: Any = type(record)
    slots = vars(made).get("__record_slots__")  # its own: what extends a record may hold more
    if slots is None:
        return dataclasses.replace(record, **changes)
    new = object.__new__(made)
    unknown = len(changes)
    for name, read, put in slots:
        if name in changes:
            put(new, changes[name])
            unknown -= 1
        else:
            put(new, read(record))
    if unknown:
        _refuse(made, (), {**dict.fromkeys(_fields(made)), **changes})
    if made.__record_finish__ is not None:
        made.__record_finish__(new)
    return new


def _record(plain: type, *, kw_only: bool) -> type:
    """Return `plain` anew, with a slot for each field and the methods of a dataclass."""
    inherited: dict[str, Field[Any]] = {}
    for base in reversed(plain.__mro__[1:]):
        inherited |= _fields(base)
    own = _own_fields(plain, kw_only=kw_only)
    fields = inherited | own
    left_out = {*own, "__dict__", "__weakref__"}
    space = {name: value for name, value in vars(plain).items() if name not in left_out}
    space["__slots__"] = tuple(name for name in own if name not in inherited)
    space["__record_fields__"] = fields
    space["__match_args__"] = tuple(name for name, field in fields.items() if not field.kw_only)
    compared = _values(tuple(name for name, field in fields.items() if field.compare))

    def equal(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compared(self) == compared(other)

    space.setdefault("__eq__", equal)
    if space.get("__hash__") is None:
        space["__hash__"] = lambda self: hash(compared(self))
    space.setdefault("__repr__", _repr)
    space |= _FROZEN
    twin = _Twin(plain, kw_only=kw_only)
    for name in ("__dataclass_fields__", "__dataclass_params__"):
        space[name] = _OfTwin(twin, attrgetter(name))
    space["__signature__"] = _OfTwin(twin, _signature)
    made: Any = type(plain)(plain.__name__, plain.__bases__, space)
    members = [(name, getattr(made, name)) for name in fields]
    made.__record_slots__ = [(name, one.__get__, one.__set__) for name, one in members]
    made.__record_finish__ = getattr(made, "__post_init__", None)
    made.__init__ = _initializer(made, fields)
    return made  # type: ignore[no-any-return]  # what a metaclass returns


def names_of(value: object) -> tuple[str, ...]:
    """Return the names of the fields of a record or dataclass, none of anything else.

    `dataclasses.fields` would first make a record's fields: a millisecond a class.
    """
    made = type(value)
    return tuple(_fields(made) or getattr(made, "__dataclass_fields__", {}))


def _fields(made: type) -> dict[str, "Field[Any]"]:
    """Return a record's fields by name, in the order in which they were written."""
    return getattr(made, "__record_fields__", {})


def _own_fields(plain: type, *, kw_only: bool) -> dict[str, "Field[Any]"]:
    """Return the annotated names of a class with what `field` says of each."""
    fields: dict[str, Field[Any]] = {}
    for name, kind in plain.__annotations__.items():
        if "ClassVar" in str(kind):
            continue
        field = vars(plain).get(name, MISSING)
        if not isinstance(field, Field):
            field = dataclasses.field(default=field)
        if field.kw_only is MISSING:
            field.kw_only = kw_only
        fields[name] = field
    return fields


def _initializer(made: type, fields: dict[str, "Field[Any]"]) -> Callable[..., None]:
    """Return `__init__`: fields by position, those by keyword only after them."""
    ordered = sorted(fields.items(), key=lambda one: bool(one[1].kw_only))
    setters = [
        (name, getattr(made, name).__set__, field.default, field.default_factory)
        for name, field in ordered
    ]
    puts = [put for _, put, *_ in setters]
    most = sum(not field.kw_only for field in fields.values())
    left = [setters[given:] for given in range(most + 1)]
    finish = getattr(made, "__post_init__", None)

    def initialize(self: object, /, *arguments: object, **named: object) -> None:
        given = len(arguments)
        if given > most:
            _refuse(made, arguments, named)
        for put, value in zip(puts, arguments, strict=False):
            put(self, value)
        taken = 0
        for name, put, default, factory in left[given]:
            if name in named:
                put(self, named[name])
                taken += 1
            elif default is not MISSING:
                put(self, default)
            elif factory is not MISSING:
                put(self, factory())
            else:
                _refuse(made, arguments, named)
        if taken != len(named):
            _refuse(made, arguments, named)
        if finish is not None:
            finish(self)

    initialize.__name__ = "__init__"
    return initialize


def _refuse(made: Any, arguments: tuple[object, ...], named: dict[str, object]) -> Never:
    """Raise the TypeError that tells what is missing, or not known, or given twice."""
    try:
        made.__signature__.bind(*arguments, **named)
    except TypeError as error:
        raise TypeError(f"{made.__qualname__}: {error}") from None
    raise AssertionError(f"{made.__qualname__} takes these arguments")


def _values(names: tuple[str, ...]) -> Callable[[object], object]:
    """Return what reads these attributes, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def _repr(self: object) -> str:
    shown = [name for name, field in _fields(type(self)).items() if field.repr]
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({values})"


def _set(_self: object, name: str, _value: object) -> Never:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_self: object, name: str) -> Never:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: object) -> list[object]:
    return [getattr(self, name) for name in _fields(type(self))]


def _restore(self: object, state: list[object]) -> None:
    for name, value in zip(_fields(type(self)), state, strict=True):
        object.__setattr__(self, name, value)


_FROZEN = {
    "__setattr__": _set,
    "__delattr__": _delete,
    # Without these, copying and pickling would assign to the fields.
    "__getstate__": _state,
    "__setstate__": _restore,
}


#: Held while a twin is made, which asks for those of its bases.
_MAKING = RLock()


class _Twin:
    """The same class made by `dataclasses`, when somebody asks. Any thread may."""

    def __init__(self, plain: type, *, kw_only: bool) -> None:
        self._plain, self._kw_only = plain, kw_only
        self._made: type | None = None

    def made(self) -> type:
        # Not twice: `dataclasses` refuses a class that has its methods already.
        with _MAKING:
            if self._made is None:
                self._made = dataclasses.dataclass(frozen=True, kw_only=self._kw_only)(self._plain)
            return self._made


class _OfTwin:
    """An attribute of a class that its twin has."""

    def __init__(self, twin: _Twin, read: Callable[[type], object]) -> None:
        self._twin, self._read = twin, read

    def __get__(self, _record: object, _owner: type) -> object:
        return self._read(self._twin.made())


def _signature(twin: Any) -> Signature:
    """Return how the class is called. Of the class itself, a base's signature would be found."""
    whole = signature(twin.__init__)
    return whole.replace(parameters=list(whole.parameters.values())[1:])


if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    dataclass, replace = _dataclass, _replace
