"""The tables of docs/attacks.md and the whole of tests/hostile/README.md, made from test data.

`./run python -m tests.security.attack_pages` writes both; a test fails when they are out of date.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from tests.security.layers import BUILT_IN, INSIDE, LAYERS, OUTSIDE
from tests.security.programs import NO_PROGRAM, Program, programs, spoken

ROOT = Path(__file__).resolve().parents[2]
ATTACKS = ROOT / "docs/attacks.md"
PROGRAMS = ROOT / "tests/hostile/README.md"
BEGIN, END = "<!-- {}: made by `python -m tests.security.attack_pages` -->", "<!-- end of {} -->"

GROUPS = {
    "a": "CPU and wall time",
    "b": "memory",
    "c": "processes, descriptors, files and output",
    "d": "forging the verdict",
    "e": "forging time and memory",
    "f": "isolation and the kernel",
    "g": "input and loading",
}


def attacks_page(text: str) -> str:
    """Return docs/attacks.md with its tables made anew between their marks."""
    for name, table in TABLES.items():
        before, begin, rest = text.partition(BEGIN.format(name))
        _old, end, after = rest.partition(END.format(name))
        if not begin or not end:
            raise ValueError(f"docs/attacks.md has lost the marks of the table of {name}")
        lines = "\n".join(table(tuple(programs())))
        text = f"{before}{begin}\n\n{lines}\n\n{end}{after}"
    return text


def programs_page() -> str:
    """Return the page that lists every hostile program."""
    lines = [
        "# Every attack",
        "",
        "Made from the first lines of the programs by `python -m tests.security.attack_pages`.",
        "`a+b` are layers that stop a program together; with commas, each stops it alone. *Not",
        "shown* says why the tests do not show that it succeeds where those layers are off.",
    ]
    for letter, members in groupby(programs(), lambda program: program.name[0]):
        title = GROUPS[letter][0].upper() + GROUPS[letter][1:]
        lines += ["", f"## {letter.upper()}. {title}", ""]
        lines += ["| program | it tries | verdict | stopped by |", "|---|---|---|---|"]
        lines += [_attack(program) for program in members]
    lines += ["", "## Rows of the threat list without a program", "", "| row | why |", "|---|---|"]
    lines += [f"| {row} | {reason} |" for row, reason in NO_PROGRAM.items()]
    return "\n".join(lines) + "\n"


def _attack(program: Program) -> str:
    stopped = program.claims + (f" (not shown: {program.unshown})" if program.unshown else "")
    tries, verdicts = _cell(program.tries), spoken(program.expected)
    return f"| {program.name} | {tries} | {verdicts} | {stopped} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _counts(found: tuple[Program, ...]) -> Iterator[str]:
    yield "| group | programs |"
    yield "|---|---|"
    counted = Counter(program.name[0] for program in found)
    yield from (f"| {GROUPS[letter]} | {counted[letter]} |" for letter in GROUPS)
    yield f"| together | {len(found)} |"


def _layers(found: tuple[Program, ...]) -> Iterator[str]:
    yield "| layer | what it is | where | programs |"
    yield "|---|---|---|---|"
    claims = Counter(layer for program in found for layer in program.claimed)
    for layer, words in LAYERS.items():
        where = "inside" if layer in INSIDE else "outside" if layer in OUTSIDE else "built in"
        assert where != "built in" or layer in BUILT_IN
        yield f"| {layer} | {words} | {where} | {claims[layer]} |"


def _weaker_in_landlock(found: tuple[Program, ...]) -> Iterator[str]:
    yield "| program | it tries | verdict there | why |"
    yield "|---|---|---|---|"
    for program in found:
        if program.weaker_in_landlock:
            verdicts = spoken(program.expected_in_landlock)
            tries = _cell(program.tries)
            yield f"| {program.name} | {tries} | {verdicts} | {program.weaker_in_landlock} |"


def _open_in_limits_only(found: tuple[Program, ...]) -> Iterator[str]:
    yield "| program | it tries | verdict there | what is missing |"
    yield "|---|---|---|---|"
    for program in found:
        if program.differs_in_limits_only:
            verdicts = spoken(program.expected_in_limits_only)
            tries = _cell(program.tries)
            yield f"| {program.name} | {tries} | {verdicts} | {program.claims} |"


TABLES: dict[str, Callable[[tuple[Program, ...]], Iterator[str]]] = {
    "the counts": _counts,
    "the layers": _layers,
    "what landlock does not hold": _weaker_in_landlock,
    "what limits-only does not hold": _open_in_limits_only,
}


if __name__ == "__main__":
    ATTACKS.write_text(attacks_page(ATTACKS.read_text(encoding="utf-8")), encoding="utf-8")
    PROGRAMS.write_text(programs_page(), encoding="utf-8")
