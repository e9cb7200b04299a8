"""Judges a URL shortener by its rules: the codes are the submission's own choice."""

import re
from typing import Any

CODE = re.compile(r"[0-9A-Za-z]{1,7}", re.ASCII)


def check(arguments: dict[str, Any], expected: Any, actual: Any) -> str | None:
    """Play the calls again with the codes that were given; return the first rule that is broken."""
    del expected  # one right answer among many
    calls, given = arguments["calls"], arguments["arguments"]
    if type(actual) is not list or len(actual) != len(calls):
        return "one result for each call was expected"
    rules = _Rules()
    for number, (name, values) in enumerate(zip(calls, given, strict=True)):
        if number == 0:
            continue
        # A reference always points to an earlier call, whose result has been found right.
        used = [actual[v["result"]] if isinstance(v, dict) else v for v in values]
        fault = rules.judge(name, used, actual[number])
        if fault:
            return f"call {number}, {_written(name, used)}: {fault}"
    return None


class _Rules:
    """What is known of each code: its URL and how often it was expanded."""

    def __init__(self) -> None:
        self.urls: dict[str, str] = {}
        self.counts: dict[str, int] = {}

    def judge(self, name: str, values: list[str], result: Any) -> str | None:
        if name == "shorten":
            return self._shorten(values[0], result)
        if name == "alias":
            return _differs(self._alias(*values), result)
        if name == "clicks":
            return _differs(self.counts.get(values[0], 0), result)
        url = self.urls.get(values[0])
        if url is not None:
            self.counts[values[0]] += 1
        return _differs(url, result)

    def _shorten(self, url: str, code: Any) -> str | None:
        if type(code) is not str:
            return f"a code is a str, not {_kind(code)}"
        if not CODE.fullmatch(code):
            return f"{_short(code)} is no code: it needs 1 to 7 characters of 0-9, A-Z, a-z"
        owner = self.urls.setdefault(code, url)
        self.counts.setdefault(code, 0)
        if owner != url:
            return f"the code {code!r} already stands for {_short(owner)}"
        return None

    def _alias(self, url: str, code: str) -> bool:
        if code in self.urls or not CODE.fullmatch(code):
            return False
        self.urls[code] = url
        self.counts[code] = 0
        return True


def _differs(expected: str | bool | int | None, result: Any) -> str | None:
    if type(result) is type(expected) and result == expected:
        return None
    got = _short(result) if type(result) in (str, int, bool, type(None)) else _kind(result)
    return f"{_short(expected)} was expected, it gave {got}"


def _written(name: str, values: list[str]) -> str:
    return f"{name}({', '.join(map(_short, values))})"


def _short(value: object) -> str:
    """Return a value of a plain type, of bounded length; a number is cut before it is written."""
    if isinstance(value, int) and value.bit_length() > 100:
        return "a huge number"
    text = repr(value[:60]) if isinstance(value, str) else repr(value)
    return f"{text}..." if isinstance(value, str) and len(value) > 60 else text


def _kind(value: Any) -> str:
    return f"a value of type {type(value).__name__}"
