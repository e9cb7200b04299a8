"""The fixed list of a linter's codes that tell of unclean code, and their weights. Pure."""

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


def points_of(codes: Iterable[str]) -> int:
    """Return the quality points of a text: each code once, however often it was found."""
    return sum(map(weight_of, set(codes)))


def weight_of(code: str) -> int:
    """Return the points of one code: 3 for what bites, 2 for shape, 1 for the rest of the list."""
    if code in BITES or code.startswith(ERRORS):
        return 3
    return 2 if code in SHAPE else 1
