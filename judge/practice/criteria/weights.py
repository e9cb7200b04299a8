"""The fixed list of a linter's codes that tell of unclean code, and their weights. Pure.

ruff's documentation says what each code means.
"""

from collections.abc import Iterable

#: What bites: a mutable default, a lost comparison, a bare except, a variable that a loop takes.
BITES = frozenset(
    {"B006", "B015", "B018", "B023", "E722", "S110", "F811", "F632", "F402", "RUF012"}
    | {"PLW0127", "PLW0603", "PLR0124"}
)
#: Errors that pylint would stop at.
ERRORS = "PLE"
#: What has too many branches, statements or levels.
SHAPE = frozenset({"C901", "PLR0912", "PLR0915", "PLR1702"})
#: Names: unused, undefined, shadowing a built-in, hard to tell from a digit.
NAMES = frozenset({"F401", "F841", "F821", "B007", "A001", "A002", "E741"})
#: Comparisons: to None, to True, of types, and tests written backwards.
COMPARISONS = frozenset({"E711", "E712", "E713", "E714", "E721"})
#: What says nothing: a lambda for a def, an f-string without a value, a needless pass, key or else.
NOISE = frozenset({"E731", "F541", "F601", "PIE790", "SIM118", "PLR5501"})
#: All that is looked for.
SELECTED = BITES | SHAPE | NAMES | COMPARISONS | NOISE | {ERRORS}


def points_of(codes: Iterable[str]) -> int:
    """Return the quality points of a text: each code once, however often it was found."""
    return sum(map(weight_of, set(codes)))


def weight_of(code: str) -> int:
    """Return the points of one code: 3 for what bites, 2 for shape, 1 for the rest of the list."""
    if code in BITES or code.startswith(ERRORS):
        return 3
    return 2 if code in SHAPE else 1
