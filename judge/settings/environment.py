"""Variables of the environment: which setting each gives, and how its text is read.

A class of settings is its own table: a field that a variable gives carries that variable, its
parser, its default and its help (`variable`), and `settings_of` gives these rows to `judge doctor`
and to the tests of the pages.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from judge.errors import UsageError
from judge.records import dataclass

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Environment = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting: the field that it fills and the variable of the environment that sets it.

    `parse` raises `ValueError` with what the text must be. `default_words` is the default as
    pages write it. What is `secret` is never shown.
    """

    name: str
    env: str
    parse: Callable[[str], Any]
    default: Callable[[Environment], Any]
    default_words: str
    help: str
    secret: bool = False

    def read(self, environment: Environment) -> Any:
        """Return the value that an environment gives; an empty text counts as none.

        Raises `UsageError`, which names the variable.
        """
        text = environment.get(self.env, "")
        if not text:
            return self.default(environment)
        try:
            return self.parse(text)
        except ValueError as error:
            raise UsageError(f"{self.env} is {text[:40]!r}; it must be {error}") from None


def variable(
    env: str,
    parse: Callable[[str], Any],
    help_: str,
    *,
    default: Callable[[Environment], Any] | None = None,
    words: str | None = None,
    secret: bool = False,
) -> dict[str, Any]:
    """Return the metadata of a field that a variable of the environment sets.

    The field's own default counts, unless a `default` is made from the environment. `words`
    says what it is where the value itself would not tell.
    """
    return {
        "env": env,
        "parse": parse,
        "help": help_,
        "default": default,
        "default_words": words,
        "secret": secret,
    }


def settings_of(kind: "type[DataclassInstance]") -> tuple[Setting, ...]:
    """Return the rows of a settings class, in the order of its fields."""
    return tuple(_row(one) for one in fields(kind) if "env" in one.metadata)


def _row(one: "Field[Any]") -> Setting:
    given = dict(one.metadata)
    words = given["default_words"] or str(one.default)
    default = given["default"] or (lambda _environment: _own_default(one))
    return Setting(**{**given, "name": one.name, "default": default, "default_words": words})


def _own_default(one: "Field[Any]") -> Any:
    return one.default if one.default_factory is MISSING else one.default_factory()


def read_settings(rows: Iterable[Setting], environment: Environment) -> dict[str, Any]:
    """Return the values of settings by field. Raises `UsageError` for the first bad one."""
    return {row.name: row.read(environment) for row in rows}


@dataclass(frozen=True, slots=True)
class GivenSetting:
    """A setting that an environment gives: its text, and why it is refused if it is.

    `text` is None where the setting is secret.
    """

    setting: Setting
    text: str | None
    fault: str | None


def given_settings(rows: Iterable[Setting], environment: Environment) -> list[GivenSetting]:
    """Return the settings that an environment gives, good and bad ones."""
    found = []
    for row in rows:
        text, fault = environment.get(row.env), None
        if text:
            try:
                row.read(environment)
            except UsageError as error:
                fault = str(error)
            found.append(GivenSetting(row, None if row.secret else text, fault))
    return found


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return a parser of decimal numbers in ASCII digits, both bounds included."""

    def parse(text: str) -> int:
        # Its length first: Python refuses to read a number of many thousand digits.
        plain = text.isascii() and text.isdigit() and len(text) <= len(str(most))
        if not plain or not least <= int(text) <= most:
            raise ValueError(f"a whole number from {least} to {most}")
        return int(text)

    return parse


def one_of(kind: type[StrEnum]) -> Callable[[str], StrEnum]:
    """Return a parser of an enumeration's values."""

    def parse(text: str) -> StrEnum:
        if text not in [one.value for one in kind]:
            raise ValueError(f"one of {', '.join(kind)}")
        return kind(text)

    return parse


def folders(text: str) -> tuple[Path, ...]:
    """Return the absolute paths in a text like that of PATH."""
    if "\0" in text:
        raise ValueError("paths divided by colons")
    return tuple(Path(one).expanduser().absolute() for one in text.split(os.pathsep) if one)


def yes(text: str) -> bool:
    """Return whether a text says yes."""
    if text not in {"yes", "no"}:
        raise ValueError("yes or no")
    return text == "yes"


def user_folder(xdg: str, below_home: str) -> Callable[[Environment], Path]:
    """Return the default of a folder of the user's own (XDG base directory specification)."""

    def folder(environment: Environment) -> Path:
        default = Path(environment.get("HOME") or "/") / below_home
        base = Path(environment.get(xdg) or default)
        # A relative XDG path is to be ignored, says the specification.
        return (base if base.is_absolute() else default) / "coding-round-judge"

    return folder
