"""Find the complexity that a source declares, and compare it with a measurement.

The source is hostile: its comments and docstrings are searched as text, never compiled or parsed.
Understood are `Time: O(n log n)`, `Space complexity is O(1)`, `O(n) time, O(1) extra space`,
`T: O(n), S: O(1)`, `Time/Space: O(n)`, `runs in linear time`, and a lone `Complexity: O(n)`.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from judge.measurement.complexity_terms import WORDS, Bounds, bounds
from judge.measurement.fitting import Fit
from judge.records import dataclass

What = Literal["time", "space"]

#: A source with more declarations is a catalogue: it declares nothing of itself.
MOST = 20
#: Terms of one comment or docstring that are read; no prose has more.
MOST_TERMS = 500
#: The most characters between a key and its term.
NEAR = 80
_NOTES = re.compile(
    # What is not closed runs to the end, so that no part of a source is searched twice.
    r'"""(?P<double>.*?)(?:"""|\Z)'
    r"|'''(?P<single>.*?)(?:'''|\Z)"
    r'|^[ \t]*"(?P<plain>[^"\n]*)"[ \t]*$'
    r"|^[ \t]*'(?P<other>[^'\n]*)'[ \t]*$"
    r'|"(?:\\.|[^"\\\n])*+"?'
    r"|'(?:\\.|[^'\\\n])*+'?"
    r"|\#(?P<comment>[^\n]*)",
    re.DOTALL | re.MULTILINE,
)
_TIME = r"time|run-?time|running[ ]time|t\.?c\.?|t(?=[ ]?[:=])"
_SPACE = r"space|memory|auxiliary|s\.?c\.?|s(?=[ ]?[:=])"
_KEY = re.compile(
    rf"(?<![\w.])(?:(?P<both>(?:{_TIME})[ ]*(?:/|,|&|and)[ ]*(?:{_SPACE}))"
    rf"|(?P<time>{_TIME})|(?P<space>{_SPACE})|(?P<any>complexity))(?![A-Za-z])",
    re.IGNORECASE,
)
_BIG_O = re.compile(r"(?<![A-Za-z])(?:O|Θ|Theta|big-?o)[ ]?(?:of[ ]?)?\(", re.IGNORECASE)
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(WORDS)})(?!\w)", re.IGNORECASE)
#: A term of n without its O: after a colon, up to the end of the phrase.
_BARE = re.compile(
    r"(?<=:)[ ]((?:[1-9][ ]?\*?[ ]?)?[nN](?:[ ]?(?:log|lg)[ ]?[nN]|\^[23n]|\*\*[23n]|[²³ⁿ])?)"
    r"(?=[ ]*(?:$|[\n,;.|]))"
)
#: What may come between `Time` and its term, on one line or two.
_FILLER = re.compile(
    r"(?:[ \t]|\n(?!\s*\n)|complexity|is|are|of|in|the|worst|best|average|case|amorti[sz]ed|about"
    r"|expected|extra|additional|auxiliary|space|overall|total|both|runs?|takes?|for|each|per|call"
    r"|[-:=(),.*`~≈→>–—])*",  # noqa: RUF001 - dashes that people do type
    re.IGNORECASE,
)
_BEFORE_KEY = re.compile(
    r"[ \t)`*]*(?:(?:extra|auxiliary|additional|worst[- ]case|average|total|amorti[sz]ed|expected"
    r"|per[ ]call|in|of)[ \t]+)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declared complexity: the term as written, and the classes it allows, if understood."""

    what: What
    text: str
    bounds: Bounds | None

    @property
    def name(self) -> str:
        """The class where the term is of one class, else the term itself."""
        if self.bounds is not None and self.bounds.low == self.bounds.high:
            return self.bounds.low
        return self.text


def declared(source: str) -> list[Declaration]:
    """Return what a source's comments and docstrings declare, in order."""
    found: list[Declaration] = []
    for note in _notes(source):
        found += in_text(note)
        if len(found) > MOST:
            return []
    return found


def in_text(text: str) -> list[Declaration]:
    """Return what a piece of prose declares."""
    found: list[Declaration] = []
    used = 0
    for start, end, term in _terms(text):
        key = _key_before(text, used, start) or _key_after(text, end)
        if key is None:
            continue
        used = max(end, key.end())
        found += [Declaration(what, term, bounds(term)) for what in _kinds(key)]
        if len(found) > MOST:
            break
    return found


def agreement(declarations: list[Declaration], fit: Fit) -> bool | None:
    """Return whether a measurement agrees with what is declared; None when it cannot tell.

    None too where several declarations (two functions, average and worst case) differ in that.
    """
    answers = {_agrees(one.bounds, fit) for one in declarations}
    return answers.pop() if len(answers) == 1 else None


def _agrees(allowed: Bounds | None, fit: Fit) -> bool | None:
    if allowed is None:
        return None
    possible = set(allowed.classes) & set(fit.consistent)
    if not possible:
        return False
    return True if allowed.exact and not fit.vague else None


def _notes(source: str) -> Iterator[str]:
    """Yield docstrings, and comments of consecutive lines joined."""
    lines: list[str] = []
    last = 0
    for found in _NOTES.finditer(source):
        comment = found["comment"]
        if comment is not None and (not lines or not source[last : found.start()].strip()):
            lines.append(comment.strip())
            last = found.end()
            continue
        if lines:
            yield "\n".join(lines)
        lines = [comment.strip()] if comment is not None else []
        last = found.end()
        text = found["double"] or found["single"] or found["plain"] or found["other"]
        if text:
            yield text
    if lines:
        yield "\n".join(lines)


def _terms(text: str) -> list[tuple[int, int, str]]:
    """Return the start and end of each term, `O` and parentheses included, and what is inside."""
    found = []
    for start in islice(_BIG_O.finditer(text), MOST_TERMS):
        end = _closing(text, start.end())
        if end is not None:
            found.append((start.start(), end + 1, text[start.end() : end].strip()))
    found += [(word.start(), word.end(), word[0].casefold()) for word in _WORD.finditer(text)]
    found += [(bare.start(1), bare.end(1), bare[1].strip()) for bare in _BARE.finditer(text)]
    return sorted(found)[:MOST_TERMS]


def _closing(text: str, start: int) -> int | None:
    depth = 1
    for at in range(start, min(start + 100, len(text))):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return None


def _key_before(text: str, used: int, start: int) -> "re.Match[str] | None":
    """Return the key that a term follows with nothing but filler between them."""
    keys = _KEY.finditer(text, max(used, start - NEAR), start)
    near = [key for key in keys if _FILLER.fullmatch(text, key.end(), start)]
    named = [key for key in near if key["any"] is None]
    return next(iter(named or near), None)


def _key_after(text: str, end: int) -> "re.Match[str] | None":
    """Return the key that follows a term, as in `O(n) extra space`."""
    gap = _BEFORE_KEY.match(text, end, end + NEAR)
    key = _KEY.match(text, gap.end()) if gap is not None else None
    return key if key is not None and key["any"] is None else None


def _kinds(key: "re.Match[str]") -> tuple[What, ...]:
    if key["both"]:
        return ("time", "space")
    return ("space",) if key["space"] else ("time",)
