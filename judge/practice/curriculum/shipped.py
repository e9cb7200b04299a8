"""The files of data that this room comes with: read strictly, with all faults at once."""

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from judge.errors import Fault, JudgeError
from judge.records import dataclass


class ShippedError(JudgeError):
    """Raised when a file of data is faulty; holds all faults, each with its file and entry."""

    def __init__(self, faults: Collection[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


@dataclass(frozen=True, slots=True)
class Rule:
    """What a field may hold: `words` say it, `allows` decides it. An optional one may be absent."""

    words: str
    allows: Callable[[Any], bool]
    optional: bool = False


def read_toml(path: Path) -> dict[str, Any]:
    """Return the table of a file. Raises `ShippedError`."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:  # TOML's and UTF-8's errors are ValueErrors
        raise ShippedError([Fault(path.name, "", str(error), "Mend the file")]) from None


def faults_of(
    table: object, rules: Mapping[str, Rule], path: Path, entry: str = ""
) -> Iterator[Fault]:
    """Yield what is wrong with one table of a file: fields that lack, are unknown, or do not fit.

    `entry` says which table it is.
    """
    if not isinstance(table, dict):
        yield Fault(path.name, entry, "is no table", "Write a table")
        return
    for name in table.keys() - rules.keys():
        known = ", ".join(rules)
        yield Fault(path.name, _place(entry, name), "is unknown", f"Known are {known}")
    for name, rule in rules.items():
        if name not in table:
            if not rule.optional:
                yield Fault(path.name, _place(entry, name), "is missing", f"Write {rule.words}")
        elif not rule.allows(table[name]):
            yield Fault(path.name, _place(entry, name), "does not fit", f"Write {rule.words}")


def is_text(value: object) -> bool:
    """Say whether a value is a text on one line, without blanks at its ends."""
    return isinstance(value, str) and bool(value) and value == " ".join(value.split())


def are_texts(value: object, least: int = 0, most: int = 100) -> bool:
    """Say whether a value is a list of so many different texts."""
    if not isinstance(value, list) or not least <= len(value) <= most:
        return False
    return all(map(is_text, value)) and len(set(value)) == len(value)


def _place(entry: str, name: str) -> str:
    return f"{entry}: {name}" if entry else name
