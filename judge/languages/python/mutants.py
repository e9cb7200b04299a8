"""Make mutants of an accepted solution: its source with one small, typical mistake.

For the packages' own solutions only: submissions are never parsed outside the sandbox.
"""

import difflib
import hashlib
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from types import CodeType

from judge.languages.python.mutation_operators import Edit, Text, edits
from judge.records import dataclass
from judge.values import parse_module


@dataclass(frozen=True, slots=True)
class Mutant:
    """A source with one mistake.

    `line` is the text of the line with the mistake and `becomes` its new text; `nth` counts equal
    lines of the file, from 1. Together with the file they identify the mutant as long as the line
    does not change, even if it moves.
    """

    file: str
    number: int
    operator: str
    line: str
    becomes: str
    nth: int
    source: str
    diff: str

    @property
    def key(self) -> tuple[str, str, str, int]:
        return self.file, self.line, self.becomes, self.nth


def mutants(file: str, source: str) -> list[Mutant]:
    """Return every mutant of a source, in the order of its lines.

    Leaves out mutants with the same bytecode as the source or an earlier mutant.
    """
    fingerprints = {_fingerprint(source)}
    found: dict[tuple[str, str, str, int], Mutant] = {}
    for mutant, compiled in _compiling(file, source):
        if compiled not in fingerprints:
            fingerprints.add(compiled)
            found.setdefault(mutant.key, mutant)
    return list(found.values())


def mutant_keys(file: str, source: str) -> set[tuple[str, str, str, int]]:
    """Return the keys of a source's mutants on any Python.

    Whether two mutants have the same bytecode depends on the compiler: since 3.12 a `continue` at
    the end of a loop is the same as a `pass`.
    """
    return {mutant.key for mutant, _ in _compiling(file, source)}


def _compiling(file: str, source: str) -> Iterator[tuple[Mutant, bytes]]:
    """Yield the mutants that compile, with their fingerprints."""
    text = Text(source)
    for edit in sorted(edits(parse_module(source), text), key=lambda edit: (edit.start, edit.end)):
        mutant = _mutant(file, text, edit)
        compiled = _fingerprint(mutant.source)
        if compiled is not None:
            yield mutant, compiled


def sample(all_mutants: Sequence[Mutant], count: int) -> list[Mutant]:
    """Return `count` of the mutants, the same ones as long as their lines do not change."""

    def order(mutant: Mutant) -> bytes:
        return hashlib.sha256(repr(mutant.key).encode()).digest()

    chosen = set(sorted(map(order, all_mutants))[:count])
    return [mutant for mutant in all_mutants if order(mutant) in chosen]


def _mutant(file: str, text: Text, edit: Edit) -> Mutant:
    changed = text.replaced(edit)
    before, after = text.source.split("\n"), changed.split("\n")
    number = text.between(0, edit.start).count("\n")
    written = after[number : number + 1 + edit.text.count("\n")]
    line = before[number].strip()
    diff = difflib.unified_diff(before, after, file, file, n=2, lineterm="")
    return Mutant(
        file=file,
        number=number + 1,
        operator=edit.operator,
        line=line,
        becomes="; ".join(part.strip() for part in written),
        nth=Counter(old.strip() for old in before[: number + 1])[line],
        source=changed,
        diff="\n".join(diff),
    )


def _fingerprint(source: str) -> bytes | None:
    """Return the bytecode of a source without line numbers; None if it does not compile."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a mutant may provoke a SyntaxWarning
            code = compile(source, "", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return None
    return hashlib.sha256("\0".join(_parts(code)).encode("utf-8", "surrogatepass")).digest()


def _parts(code: CodeType) -> Iterator[str]:
    yield repr((code.co_code, code.co_exceptiontable, code.co_flags))
    yield repr((code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars))
    yield repr((code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount))
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _parts(constant)
        else:
            yield f"{type(constant).__name__} {constant!r}"
