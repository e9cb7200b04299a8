r"""Parse the terms of a declared complexity: `n log n`, `2**n`, `V + E`, `n²`, `quadratic`. Pure.

A term allows a range of classes. A variable other than n is between 1 and n where people use it so
(`k`, `h`, `m`: `O(k)` is from 1 to n), else anything.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from judge.measurement.classes import between

WORDS = {
    "constant": "1",
    "logarithmic": "log n",
    "linear": "n",
    "linearithmic": "n log n",
    "quasilinear": "n log n",
    "quadratic": "n^2",
    "cubic": "n^3",
    "exponential": "2^n",
    "factorial": "2^n",
}
#: Names of the size of the input.
_SIZES = frozenset({"n", "len", "size", "length", "nodes", "count"})
#: Names of something at most as large.
_SMALLER = frozenset({"k", "h", "m", "d", "w", "l", "height", "depth", "width", "capacity"})
_EXPONENTIALS = frozenset({"f", "fib", "phi", "catalan", "c"})
_MOST_CHARACTERS = 80
_TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|[A-Za-z_]+|\*\*|[-+*/^()!,|√])")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ⁿᵏ", "0123456789nk")
_TIMES = re.compile("[\N{MIDDLE DOT}\N{MULTIPLICATION SIGN}\N{DOT OPERATOR}]")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹ⁿᵏ]+")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The flattest and the steepest class that a declaration allows.

    `exact` is false when variables other than n leave open where in between.
    """

    low: str
    high: str
    exact: bool = True

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(between(self.low, self.high))


@dataclass(frozen=True, slots=True, order=True)
class _Term:
    """Exponential or not, a power of n, a power of log n. Ordered by growth."""

    exponential: bool = False
    power: float = 0.0
    logs: float = 0.0

    def times(self, other: "_Term") -> "_Term":
        return _Term(
            self.exponential or other.exponential,
            self.power + other.power,
            self.logs + other.logs,
        )

    def log(self) -> "_Term":
        if self.exponential:
            return _Term(power=1.0)
        return _Term(logs=1.0) if self.power else _ONE


_ONE, _N, _ANY = _Term(), _Term(power=1.0), _Term(exponential=True)


@dataclass(frozen=True, slots=True)
class _Range:
    low: _Term
    high: _Term
    number: float | None = None

    def map(self, change: Callable[[_Term], _Term]) -> "_Range":
        return _Range(change(self.low), change(self.high))

    def times(self, other: "_Range") -> "_Range":
        return _Range(self.low.times(other.low), self.high.times(other.high))

    def most(self, other: "_Range") -> "_Range":
        return _Range(max(self.low, other.low), max(self.high, other.high))


class _UnreadableError(Exception):
    """Raised where a term is written in a way that is not understood."""


def bounds(text: str) -> Bounds | None:
    """Return the classes that a term allows; None if it is not understood."""
    word = WORDS.get(text.strip().casefold())
    if word is not None:
        return Bounds(word, word)
    if len(text) > _MOST_CHARACTERS:
        return None
    try:
        found = _Reader(text).all()
    except (_UnreadableError, OverflowError):
        return None
    low, high = _class_below(found.low), _class_above(found.high)
    return Bounds(low, high, exact=found.low == found.high)


def _class_below(term: _Term) -> str:
    if term.exponential:
        return "2^n"
    for name, least in (("n^3", 3.0), ("n^2", 2.0), ("n", 1.0)):
        if term.power >= least:
            return "n log n" if name == "n" and term.logs > 0 and term.power == 1 else name
    return "log n" if term.power or term.logs else "1"


def _class_above(term: _Term) -> str:
    if term.exponential or term.power > 3:
        return "2^n"
    if term.power <= 1:
        return _class_below(term) if term.power in (0.0, 1.0) else "n"
    # No measurement of ours tells n^2 log n from n^2.
    return "n^2" if term.power <= 2 else "n^3"


class _Reader:
    """A recursive descent parser of one term."""

    def __init__(self, text: str) -> None:
        text = _RAISED.sub(lambda found: "^" + found[0].translate(_SUPERSCRIPTS), text)
        text = _TIMES.sub("*", text).replace("₂", "2")
        self._tokens = []
        at = 0
        while text[at:].strip():
            found = _TOKEN.match(text, at)
            if found is None:
                raise _UnreadableError(text[at:])
            self._tokens.append(found[1].casefold())
            at = found.end()

    def all(self) -> _Range:
        found = self._sum()
        if self._tokens:
            raise _UnreadableError(self._tokens[0])
        return found

    def _sum(self) -> _Range:
        found = self._product()
        while self._peek() in ("+", "-"):
            sign = self._take()
            other = self._product()
            # What is subtracted is the smaller part: no one declares the difference otherwise.
            found = found.most(other) if sign == "+" else _Range(found.low, found.high)
        return found

    def _product(self) -> _Range:
        found = self._power()
        while (sign := self._peek()) not in ("", "+", "-", ")", ",", "|"):
            if sign == "/":
                self._take()
                if self._power().number is None:
                    raise _UnreadableError("a quotient")
                continue
            if sign == "*":
                self._take()
            found = found.times(self._power())
        return found

    def _power(self) -> _Range:
        found = self._factor()
        if self._peek() in ("^", "**"):
            self._take()
            found = _raised(found, self._factor())
        if self._peek() == "!":
            self._take()
            found = found.map(lambda term: _ANY if term != _ONE else _ONE)
        return found

    def _factor(self) -> _Range:
        start = self._take()
        if start == "(":
            return self._closed(")")
        if start == "|":
            return self._closed("|")
        if start[:1].isdigit():
            return _Range(_ONE, _ONE, float(start))
        if start == "√":
            return _root(self._factor())
        if not start.isidentifier():
            raise _UnreadableError(start)
        return self._name(start)

    def _closed(self, end: str) -> _Range:
        found = self._sum()
        if self._take() != end:
            raise _UnreadableError(end)
        return found

    def _name(self, name: str) -> _Range:
        if name in ("log", "lg", "ln", "logn", "nlogn", "nlgn"):
            return self._logarithm(name)
        if name == "sqrt":
            return _root(self._factor())
        if name in ("max", "min"):
            return self._greatest(name)
        if self._peek() == "(" and name in ("len", "size"):
            self._argument()
            return _Range(_N, _N)
        if self._peek() == "(" and name in _EXPONENTIALS:
            self._factor()
            return _Range(_ANY, _ANY)
        if name in _SIZES:
            return _Range(_N, _N)
        return _Range(_ONE, _N if name in _SMALLER else _ANY)

    def _logarithm(self, name: str) -> _Range:
        """Read `log n`, `log(n)`, `log2 n`, `log^2 n` and the same written as one word."""
        if name.endswith("n") and name != "ln":
            logs = _Term(logs=1.0)
            term = _N.times(logs) if name.startswith("n") else logs
            return _Range(term, term)
        times = 1.0
        if self._peek() in ("2", "10"):
            self._take()
        elif self._peek() == "^":
            self._take()
            times = self._factor().number or 1.0
        found = self._power().map(_Term.log)
        return found.map(lambda term: _Term(power=term.power, logs=term.logs * times))

    def _greatest(self, name: str) -> _Range:
        if self._take() != "(":
            raise _UnreadableError(name)
        found = self._sum()
        while self._peek() == ",":
            self._take()
            other = self._sum()
            if name == "max":
                found = found.most(other)
            else:
                found = _Range(min(found.low, other.low), min(found.high, other.high))
        if self._take() != ")":
            raise _UnreadableError(name)
        return found

    def _argument(self) -> None:
        """Skip the argument of `len(...)`: whatever it is, it is the input."""
        depth = 0
        while True:
            depth += {"(": 1, ")": -1}.get(self._take(), 0)
            if depth == 0:
                return

    def _peek(self) -> str:
        return self._tokens[0] if self._tokens else ""

    def _take(self) -> str:
        if not self._tokens:
            raise _UnreadableError("the end")
        return self._tokens.pop(0)


def _root(of: _Range) -> _Range:
    return of.map(lambda term: _Term(term.exponential, term.power / 2, term.logs / 2))


def _raised(base: _Range, exponent: _Range) -> _Range:
    if exponent.number is not None:
        by = exponent.number
        return base.map(lambda term: _Term(term.exponential, term.power * by, term.logs * by))
    low = _ANY if exponent.low.power else _ONE
    high = _ANY if exponent.high.power or exponent.high.exponential else _ONE
    if low == high == _ONE:
        raise _UnreadableError("an exponent")
    return _Range(low, high)
