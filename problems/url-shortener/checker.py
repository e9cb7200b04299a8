"""Judges a URL shortener by its rules: the codes are the submission's own choice."""

from typing import Any


def check(arguments: dict[str, Any], expected: Any, actual: Any) -> str | tuple[int, str] | None:
    """Play the calls again with the codes that were given.

    Return the first call that breaks a rule, and which rule that is.
    """
    del expected  # one right answer among many
    calls, given = arguments["calls"], arguments["arguments"]
    if type(actual) is not list or len(actual) != len(calls):
        return "one result for each call was expected"
    rules = _Rules()
    judges = {
        "shorten": rules.shorten,
        "expand": rules.expand,
        "alias": rules.alias,
        "clicks": rules.clicks,
    }
    for number in range(1, len(calls)):
        name, used = calls[number], given[number]
        if type(used[-1]) is dict:
            # It points to an earlier call, whose result has been found right.
            used = [*used[:-1], actual[used[-1]["result"]]]
        fault = judges[name](*used, actual[number])
        if fault:
            return number, f"call {number}, {_written(name, used)}: {fault}"
    return None


class _Rules:
    """What is known of each code: its URL and how often it was expanded."""

    def __init__(self) -> None:
        self.urls: dict[str, str] = {}
        self.counts: dict[str, int] = {}

    def shorten(self, url: str, code: Any) -> str | None:
        if type(code) is not str:
            return f"a code is a str, not {_kind(code)}"
        if code not in self.urls:
            if not _well_formed(code):
                return f"{_short(code)} is no code: it needs 1 to 7 characters of 0-9, A-Z, a-z"
            self.urls[code] = url
            self.counts[code] = 0
        elif self.urls[code] != url:
            return f"the code {code!r} already stands for {_short(self.urls[code])}"
        return None

    def expand(self, code: str, result: Any) -> str | None:
        if code in self.urls:
            self.counts[code] += 1
        return _differs(self.urls.get(code), result)

    def alias(self, url: str, code: str, result: Any) -> str | None:
        free = code not in self.urls and _well_formed(code)
        if free:
            self.urls[code] = url
            self.counts[code] = 0
        return _differs(free, result)

    def clicks(self, code: str, result: Any) -> str | None:
        return _differs(self.counts.get(code, 0), result)


def _well_formed(code: str) -> bool:
    return len(code) <= 7 and code.isascii() and code.isalnum()


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
