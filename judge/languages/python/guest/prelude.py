"""The names that a submission may use without importing them, as on LeetCode.

A name is given only to a source that uses it and does not make it itself, and never one that is a
built-in. So nothing is shadowed, and a module that is seldom used is imported for those who use it.
"""

import builtins
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from opcode import opmap
from types import CodeType
from typing import Any

from .nodes import ListNode, TreeNode

#: Where names come from, all that `from M import *` gives; of two modules the later one wins.
_HOMES = [
    "typing",
    "operator",
    "statistics",
    "math",
    "itertools",
    "functools",
    "heapq",
    "bisect",
    "random",
    "string",
    "json",
    "copy",
    "time",
    "collections",
    "re",
    "datetime",
    "sortedcontainers",
]
#: The names of modules that take long to import, so that only a source that uses one pays for it.
_NAMES = {
    "statistics": "NormalDist StatisticsError correlation covariance fmean geometric_mean"
    " harmonic_mean kde kde_random linear_regression mean median median_grouped median_high"
    " median_low mode multimode pstdev pvariance quantiles stdev variance",
    "datetime": "MAXYEAR MINYEAR UTC date datetime time timedelta timezone tzinfo",
    "sortedcontainers": "SortedList SortedKeyList SortedListWithKey SortedDict SortedKeysView"
    " SortedItemsView SortedValuesView SortedSet",
}
#: A source that has one of these may use names that stand in its texts.
_READERS = frozenset({"eval", "exec", "get_type_hints", "singledispatch", "singledispatchmethod"})
_TEXT_CHARS = 10_000
_STORE_NAME, _STORE_GLOBAL = opmap["STORE_NAME"], opmap["STORE_GLOBAL"]
_EXTENDED = opmap["EXTENDED_ARG"]


@cache
def homes() -> dict[str, str]:
    """Return for each name the module that has it, "" for the name of a whole module."""
    found: dict[str, str] = {}
    for home in _HOMES:
        names = _NAMES[home].split() if home in _NAMES else _starred(home)
        found.update(dict.fromkeys(names, home))
    found.update(dict.fromkeys([*_HOMES, "sys"], ""))
    return {name: home for name, home in found.items() if not hasattr(builtins, name)}


def given_names() -> dict[str, list[str]]:
    """Return the preloaded names by module; under "" the names of whole modules.

    For programs that run without the guest, so without TreeNode and ListNode.
    """
    found: dict[str, list[str]] = {}
    for name, home in homes().items():
        found.setdefault(home, []).append(name)
    return found


def names_for(code: CodeType) -> dict[str, Any]:
    """Return the preloaded names that a submission uses and does not make."""
    used = used_names(code)
    given: dict[str, Any] = {"TreeNode": TreeNode, "ListNode": ListNode}
    wanted = used & (homes().keys() | given.keys())
    if wanted:
        wanted -= made_names(code)
    found = {name: given[name] for name in wanted if name in given}
    for name in sorted(wanted - given.keys()):
        found.update(_value(name, homes()[name]))
    return found


def _value(name: str, home: str) -> dict[str, Any]:
    """Return a name with its value; nothing if this Python or host does not have it."""
    try:
        module = import_module(home or name)
    except ImportError:
        return {}
    if not home:
        return {name: module}
    return {name: getattr(module, name)} if hasattr(module, name) else {}


def _starred(home: str) -> list[str]:
    module = sys.modules.get(home) or import_module(home)
    public = [name for name in vars(module) if not name.startswith("_")]
    return list(getattr(module, "__all__", public))


def used_names(code: CodeType) -> set[str]:
    """Return the names that a source may look up, attributes among them."""
    parts = list(_parts(code))
    used = {name for part in parts for name in part.co_names}
    if not used.isdisjoint(_READERS):
        texts = [text for part in parts for text in part.co_consts if type(text) is str]
        used.update(*(_words(text) for text in texts if len(text) <= _TEXT_CHARS))
    return used


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() or c == "_" else " " for c in text).split()


def made_names(code: CodeType) -> set[str]:
    """Return the global names that a source binds anywhere: it assigns, defines or imports them."""
    made = set()
    for part in _parts(code):
        stores = (_STORE_NAME, _STORE_GLOBAL) if part is code else (_STORE_GLOBAL,)
        extended = 0
        for operation, low in zip(part.co_code[::2], part.co_code[1::2], strict=True):
            argument = extended | low
            extended = argument << 8 if operation == _EXTENDED else 0
            if operation in stores:
                made.add(part.co_names[argument])
    return made


def _parts(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _parts(constant)
