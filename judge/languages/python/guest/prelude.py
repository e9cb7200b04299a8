"""The names that a submission may use without importing them, as on LeetCode.

The list is explicit because star imports would shadow built-ins.
"""

import bisect
import collections
import copy
import functools
import heapq
import itertools
import json
import math
import operator
import random
import re
import string
import sys
import time
import typing
from collections.abc import Iterator
from types import CodeType, ModuleType
from typing import Any

from .nodes import ListNode, TreeNode

_NAMES: dict[ModuleType, str] = {
    typing: "List Dict Set Tuple Optional Deque DefaultDict Iterable Iterator Union Any Callable"
    " NamedTuple",
    collections: "defaultdict Counter deque OrderedDict namedtuple",
    heapq: "heappush heappop heapify heappushpop heapreplace nlargest nsmallest",
    bisect: "bisect_left bisect_right insort",
    functools: "lru_cache cache reduce cmp_to_key",
    itertools: "accumulate combinations permutations product chain groupby",
    math: "inf gcd ceil floor sqrt",
}
_MODULES: tuple[ModuleType, ...] = (
    *(module for module in _NAMES if module is not typing),
    random,
    re,
    string,
    operator,
    sys,
    json,
    time,
    copy,
)
_SORTED = ("SortedList", "SortedDict", "SortedSet")


def _prelude() -> dict[str, Any]:
    names: dict[str, Any] = {module.__name__: module for module in _MODULES}
    for module, text in _NAMES.items():
        names.update({name: getattr(module, name) for name in text.split()})
    names.update(TreeNode=TreeNode, ListNode=ListNode)
    return names


PRELUDE = _prelude()


def given_names() -> dict[str, list[str]]:
    """Return the preloaded names by module; under "" the names of whole modules.

    For programs that run without the guest, so without TreeNode and ListNode.
    """
    modules = [module.__name__ for module in _MODULES]
    names = {module.__name__: text.split() for module, text in _NAMES.items()}
    return {"": [*modules, "sortedcontainers"], **names, "sortedcontainers": list(_SORTED)}


def names_for(code: CodeType) -> dict[str, Any]:
    """Return the preloaded names for a submission; sortedcontainers only if the code uses it."""
    names = dict(PRELUDE)
    mentioned = {name for part in _parts(code) for name in part.co_names}
    if "sortedcontainers" in mentioned or not mentioned.isdisjoint(_SORTED):
        names.update(_sorted_names())
    return names


def _sorted_names() -> dict[str, Any]:
    try:
        import sortedcontainers  # noqa: PLC0415 - slow, and most submissions do not use it
    except ImportError:
        return {}
    names: dict[str, Any] = {name: getattr(sortedcontainers, name) for name in _SORTED}
    return {"sortedcontainers": sortedcontainers, **names}


def _parts(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _parts(constant)
