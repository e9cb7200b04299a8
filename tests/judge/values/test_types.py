"""Declared types: how they are written."""

import pytest

from judge.values.types import ANYTHING, parse_type


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("int", "int"),
        ("list[int]", "list[int]"),
        ("List[List[str]]", "list[list[str]]"),
        ("list[tuple[str, int]]", "list[tuple[str, int]]"),
        ("str | None", "str | None"),
        ("Optional[int]", "int | None"),
        ("Union[int, str, None]", "int | str | None"),
        ("dict[int, list[str]]", "dict[int, list[str]]"),
        ("tuple[int, ...]", "tuple[int, ...]"),
        (" bool ", "bool"),
        ("list", "list"),
        ("TreeNode", ANYTHING),
        ("Any", ANYTHING),
        ("list[TreeNode]", f"list[{ANYTHING}]"),
        ("not a type", ANYTHING),
        ("", ANYTHING),
        ("dict[int]", ANYTHING),
        ("(" * 300, ANYTHING),
        ("numpy.array", ANYTHING),
        ("Sequence[int]", ANYTHING),
    ],
)
def test_a_type_is_read_as_people_write_it(text: str, shown: str) -> None:
    """What is unknown is anything, never a failure."""
    assert str(parse_type(text)) == shown
