"""Stand-ins for builtins and functions of modules that would be ways around the scheduler.

What takes the name of an attribute as a text refuses the same names as `look` does. What reads or
writes attributes where no instruction of the submission shows it comes to a point for each.
"""

import functools
import importlib
import operator
from collections.abc import Callable
from types import FunctionType
from typing import Any

from . import locks
from .look import is_inner, words
from .points import READ, WRITE
from .scheduler import here


def _wraps(wrapped: Any) -> Callable[[Any], Any]:
    """Stand in for `functools.wraps`, between functions only."""

    def named(wrapper: Any) -> Any:
        if type(wrapper) is FunctionType and type(wrapped) is FunctionType:
            wrapper.__name__, wrapper.__qualname__ = wrapped.__name__, wrapped.__qualname__
            wrapper.__doc__ = wrapped.__doc__
        return wrapper

    return named


def _update_wrapper(wrapper: Any, wrapped: Any) -> Any:
    return _wraps(wrapped)(wrapper)


class _CachedProperty(functools.cached_property[Any]):
    """Stands in for `functools.cached_property`, which has a lock up to Python 3.11.

    A thread that waited for that one could not be chosen away from.
    """

    def __init__(self, func: Callable[[Any], Any]) -> None:
        super().__init__(func)
        if hasattr(self, "lock"):
            self.lock = locks.RLock()


def _attrgetter(*names: str) -> Any:
    for name in names:
        for part in _text(name).split("."):
            _checked(part)
    get, parts = operator.attrgetter(*names), [p for name in names for p in name.split(".")]

    def getter(value: Any, /) -> Any:
        _touch(READ, *parts)
        return get(value)

    return getter


def _touch(how: int, *attributes: str) -> None:
    """Come to the point that an instruction with these attributes would be."""
    schedule = here()
    if schedule is not None and schedule.current.number:
        for name in attributes:
            schedule.access(f".{name}", how)


def _of_fields(name: str) -> Callable[..., Any]:
    """Stand in for a function of dataclasses that reads all fields of a value."""

    def called(value: Any, /, *args: Any, **options: Any) -> Any:
        real = importlib.import_module("dataclasses")
        if real.is_dataclass(value):
            _touch(READ, *(field.name for field in real.fields(value)))
        return getattr(real, name)(value, *args, **options)

    return called


#: What a dataclass may compare its fields by.
_COMPARISONS = words("__eq__ __lt__ __le__ __gt__ __ge__")


def _touching(compare: Callable[[Any, Any], Any], fields: list[str]) -> Callable[[Any, Any], Any]:
    """Return a comparison that reads these fields, where a thread may be chosen before each."""

    def compared(self: Any, other: Any) -> Any:
        _touch(READ, *fields)
        return compare(self, other)

    return compared


def _dataclass(cls: Any = None, /, **options: Any) -> Any:
    """Stand in for `dataclasses.dataclass`: names of fields are names, since it compiles them."""
    import dataclasses  # noqa: PLC0415 - few use it

    def made(cls: Any) -> Any:
        fields = type.__getattribute__(cls, "__dict__").get("__annotations__", {})
        if type(fields) is not dict or not all(
            type(name) is str and name.isidentifier() for name in fields
        ):
            raise TypeError("the fields of a dataclass are names with annotations")
        own = set(type.__getattribute__(cls, "__dict__"))
        found = dataclasses.dataclass(cls, **options)
        if not options.get("frozen"):
            compared = [field.name for field in dataclasses.fields(found) if field.compare]
            for name in _COMPARISONS & vars(found).keys() - own:
                setattr(found, name, _touching(vars(found)[name], compared))
        return found

    return made if cls is None else made(cls)


def _fixed_type(kind: type) -> type:
    """Return what stands for a builtin `type`: a call with one argument, and isinstance."""

    class Kinds(type):
        def __call__(cls, *given: Any) -> Any:
            if len(given) != 1:
                raise TypeError("type() takes 1 argument here: write a class statement")
            found = kind(given[0])
            if issubclass(found, kind):
                raise TypeError("the type of a class is not given")
            return found

        def __instancecheck__(cls, instance: Any) -> bool:
            return isinstance(instance, kind)

        def __subclasscheck__(cls, subclass: Any) -> bool:
            return issubclass(subclass, kind)

    return Kinds("type", (), {"__slots__": ()})


def _text(name: Any) -> str:
    if type(name) is not str:
        raise TypeError("attribute name must be string")
    return name


def _checked(name: Any) -> str:
    text = _text(name)
    if is_inner(text):
        raise AttributeError(f"the attribute `{text}` is not given")
    return text


def _settable(name: Any) -> str:
    text = _checked(name)
    if text.startswith("__") and text.endswith("__"):
        raise AttributeError(f"the attribute `{text}` cannot be set")
    return text


def builtins_for(printing: Callable[[], bool]) -> dict[str, Any]:
    """Return the builtins that stand in for others. `printing` says whether prints are wanted."""
    real_getattr, real_print, numbers = getattr, print, here

    def getattr_(value: Any, name: Any, *default: Any) -> Any:
        _touch(READ, _checked(name))
        return real_getattr(value, name, *default)

    def hasattr_(value: Any, name: Any) -> bool:
        _touch(READ, _text(name))
        return not is_inner(name) and hasattr(value, name)

    def setattr_(value: Any, name: Any, new: Any) -> None:
        _touch(WRITE, _settable(name))
        setattr(value, name, new)

    def delattr_(value: Any, name: Any) -> None:
        _touch(WRITE, _settable(name))
        delattr(value, name)

    def print_(*values: Any, sep: str | None = " ", end: str | None = "\n", **_: Any) -> None:
        if printing():
            real_print(*values, sep=sep, end=end)

    def id_(value: Any) -> int:
        schedule = numbers()
        return id(value) if schedule is None else schedule.number(value)

    return {
        "getattr": getattr_,
        "hasattr": hasattr_,
        "setattr": setattr_,
        "delattr": delattr_,
        "print": print_,
        "id": id_,
        "type": _fixed_type(type),
    }


#: Functions of modules that have one, by module.
FUNCTIONS: dict[str, dict[str, Any]] = {
    "functools": {
        "wraps": _wraps,
        "update_wrapper": _update_wrapper,
        "cached_property": _CachedProperty,
    },
    "operator": {"attrgetter": _attrgetter},
    "dataclasses": {"dataclass": _dataclass}
    | {name: _of_fields(name) for name in ("asdict", "astuple", "replace")},
}
