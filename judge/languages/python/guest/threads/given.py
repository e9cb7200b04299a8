"""What a submission gets: builtins and modules without ways around the scheduler.

Modules are copies of their public names. What runs texts as code, or writes into other modules, is
left out; what would be a way around in other respects has a stand-in.
"""

import builtins
import functools
import importlib
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

from . import clock, locks, queues, signals, stand_ins, thread
from .look import GIVEN, IMPORTS, words

#: Builtins that are given as they are: all but these, and those of `stand_ins`.
_LEFT_OUT = words(
    "__loader__ __spec__ __package__ __doc__ aiter anext breakpoint compile copyright credits dir"
    " eval exec exit globals help input license locals memoryview open quit vars"
)
_LOCKS = "Lock RLock Condition TIMEOUT_MAX"
_SIGNALS = "Semaphore BoundedSemaphore Event Barrier BrokenBarrierError"
_THREAD = "Thread Timer current_thread get_ident"
_TIME = "sleep monotonic time monotonic_ns time_ns"
#: Public names of modules that are not given: they run texts, or write where they are told.
_NOT_GIVEN = {
    "contextlib": "chdir redirect_stdout redirect_stderr AbstractAsyncContextManager"
    " AsyncContextDecorator AsyncExitStack aclosing asynccontextmanager",
    "dataclasses": "make_dataclass dataclass",
    "functools": "singledispatch singledispatchmethod update_wrapper wraps WRAPPER_ASSIGNMENTS"
    " WRAPPER_UPDATES",
    "typing": "get_type_hints ForwardRef no_type_check no_type_check_decorator get_overloads"
    " clear_overloads overload evaluate_forward_ref get_annotations",
    "enum": "EnumMeta EnumType EnumDict global_enum global_enum_repr global_flag_repr global_str"
    " property member nonmember verify show_flag_values pickle_by_enum_name pickle_by_global_name",
    "operator": "attrgetter methodcaller",
    "abc": "ABCMeta get_cache_token update_abstractmethods",
}


class NotGivenError(ImportError):
    """Raised for a module that this kind does not give."""


@functools.cache
def module(name: str) -> ModuleType:
    """Return a module as a submission gets it. Raises `NotGivenError`."""
    if name not in IMPORTS:
        raise NotGivenError(f"`{name}` is not given; this problem gives {', '.join(GIVEN)}")
    made = ModuleType(name)
    names = _public(name)
    vars(made).update(names)
    vars(made)["__all__"] = [one for one in names if not one.startswith("_")]
    if name == "collections":
        vars(made)["abc"] = module("collections.abc")
    return made


def _public(name: str) -> dict[str, Any]:
    if name == "threading":
        given = {one: getattr(locks, one) for one in _LOCKS.split()}
        given |= {one: getattr(signals, one) for one in _SIGNALS.split()}
        given |= {one: getattr(thread, one) for one in _THREAD.split()}
        return given | {"local": thread.Local}
    if name == "time":
        given = {one: getattr(clock, one) for one in _TIME.split()}
        return given | {"perf_counter": clock.monotonic}
    if name == "queue":
        kinds = "Queue LifoQueue PriorityQueue SimpleQueue Empty Full"
        return {one: getattr(queues, one) for one in kinds.split()}
    real = importlib.import_module(name)
    names: Iterable[str] = getattr(real, "__all__", None) or [n for n in vars(real) if n[0] != "_"]
    left_out = _NOT_GIVEN.get(name, "").split()
    given = {one: getattr(real, one) for one in names if one not in left_out and hasattr(real, one)}
    return given | stand_ins.FUNCTIONS.get(name, {})


def _import(
    name: str, _globals: Any = None, _locals: Any = None, fromlist: Any = (), level: int = 0
) -> ModuleType:
    if level or name == "__future__":
        return module("abc") if level else importlib.import_module("__future__")
    found = module(name)
    return found if fromlist else module(name.partition(".")[0])


def builtins_for(printing: Callable[[], bool]) -> dict[str, Any]:
    """Return the builtins of a submission."""
    given = {name: value for name, value in vars(builtins).items() if name not in _LEFT_OUT}
    return given | stand_ins.builtins_for(printing) | {"__import__": _import}


def names_for(used: Iterable[str], made: set[str]) -> dict[str, Any]:
    """Return the names of given modules, and these, that a source uses and does not make."""
    found: dict[str, Any] = {}
    for name in set(used) - made - set(vars(builtins)):
        if name in GIVEN:
            found[name] = module(name)
            continue
        for home in GIVEN:
            if home not in {"enum", "abc", "operator"} and name in vars(module(home))["__all__"]:
                found.setdefault(name, vars(module(home))[name])
    return found
