"""A part of a long benchmark, or of the slow tests, so that no run of it is long."""

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part:
    """Every `count`-th item, from the `number`-th on."""

    number: int = 1
    count: int = 1

    def of(self, items: Iterable[Item]) -> Iterator[Item]:
        return islice(items, self.number - 1, None, self.count)


WHOLE = Part()


def part(text: str) -> Part:
    """Read `2/5`, the second of five parts; for a parser of arguments."""
    found = re.fullmatch(r"(\d+)/(\d+)", text)
    if found is None or not 1 <= int(found[1]) <= int(found[2]):
        raise argparse.ArgumentTypeError(f"{text} is no part: 1/5 is the first of five")
    return Part(int(found[1]), int(found[2]))
