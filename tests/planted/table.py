"""A table of planted bugs: what can be seen of an input of a package, and conditions on it."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any

from judge.problems.catalog import default_catalog

Sight = dict[str, Any]
#: A condition with {} for its parameter, and the parameters to choose from.
Family = tuple[str, Sequence[object]]


@dataclass(frozen=True, slots=True)
class Table:
    """The rare bugs of one package, and `look`: once for an input, or at each call with a value."""

    slug: str
    look: Callable[..., Any]  # a Sight, or an iterator of them where there are calls
    families: list[Family]

    @classmethod
    def of_module(cls, module: ModuleType) -> "Table":
        """Return the table of a module that holds one."""
        look = module.watched if hasattr(module, "watched") else module.seen
        return cls(module.SLUG, look, module.PLANTS)


def answer(slug: str, given: dict[str, Any]) -> Any:
    """Return what the reference answers, for a package whose inputs are plain values."""
    return _reference(slug)(**copy.deepcopy(given))


@cache
def _reference(slug: str) -> Callable[..., Any]:
    problem = default_catalog().get(slug)
    names: dict[str, Any] = {}
    exec(compile(problem.reference.source, problem.reference.name, "exec"), names)  # noqa: S102 - our own sample
    found: Callable[..., Any] = names[problem.interface.names[0]]
    return found


def of_list(nums: list[int]) -> Sight:
    """Return what can be seen of any list of integers; an empty one has zeros for all."""
    if not nums:
        names = ("n", "distinct", "zeros", "negative", "times", "falls", "turns")
        return {"nums": nums, **dict.fromkeys((*names, "first", "last", "low", "high"), 0)}
    steps = [b - a for a, b in pairwise(nums)]
    return {
        "nums": nums,
        "n": len(nums),
        "first": nums[0],
        "last": nums[-1],
        "low": min(nums),
        "high": max(nums),
        "distinct": len(set(nums)),
        "zeros": nums.count(0),
        "negative": sum(x < 0 for x in nums),
        "times": max(nums.count(x) for x in set(nums)) if len(nums) < 500 else 1,
        "falls": sum(step < 0 for step in steps),
        "turns": sum(a * b < 0 for a, b in pairwise(steps)),
    }


def list_families(values: Sequence[int], least: int = 1, most: int = 40) -> list[Family]:
    """Return bugs that hang on a list alone, of `least` to `most` such `values`."""
    return [
        ("n == {}", [*range(least, most + 1)]),
        ("n == {} and distinct > 1", [*range(max(least, 2), min(most, 25) + 1)]),
        ("first == {}", values),
        ("last == {} and n > 1", values),
        ("low == {} and n > 2", values),
        ("high == {} and n > 1", values),
        ("distinct == {}", [*range(1, 12)]),
        ("distinct == 1 and n >= {}", [2, 3, 4, 6]),
        ("distinct == n >= {}", [3, 5, 7, 9]),
        ("times == {} and distinct > 1", [2, 3, 4, 5]),
        ("falls == 0 and distinct >= {}", [2, 3, 4, 5]),
        ("falls == n - 1 >= {}", [1, 2, 3, 4]),
        ("turns == n - 2 >= {}", [1, 2, 3, 4]),
        ("nums == nums[::-1] and distinct > 1 and n >= {}", [3, 4, 5]),
        ("n > 2 and first == last == {}", ["low", "high"]),
        ("n > {} and nums.index(high) == n - 1", [2, 4, 8]),
        ("n > {} and nums.index(low) == n - 1", [2, 4, 8]),
        ("n > {} and nums.index(high) == 0 and distinct > 2", [2, 4, 8]),
        ("n > {0} and nums[{0}] == high > first", [1, 2, 3, 4]),
        ("n > {0} and nums[-1 - {0}] == low < last", [1, 2, 3, 4]),
    ]
