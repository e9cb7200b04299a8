"""Inputs of a person, held against the constraints of the statement."""

import pytest

from judge.errors import UsageError
from judge.problems.catalog import default_catalog
from judge.problems.own_input import checked_input


@pytest.mark.parametrize("end", [[], [None], [None, None, None, None]])
def test_nulls_at_the_end_of_a_tree_are_dropped(end: list[None]) -> None:
    """Some sites write the missing children of leaves."""
    given = {"root": [3, 5, 1, None, 2, *end], "p": 5, "q": 1}
    found = checked_input(default_catalog().get("lca"), given)
    assert found == {"root": [3, 5, 1, None, 2], "p": 5, "q": 1}
    assert given["root"] == [3, 5, 1, None, 2, *end]


@pytest.mark.parametrize("root", [[None, None], [], "no tree", None, [1, None, None, 2]])
def test_what_is_no_tree_stays_a_mistake(root: object) -> None:
    """Nothing is made of an input that makes no sense."""
    with pytest.raises(UsageError, match="outside the constraints"):
        checked_input(default_catalog().get("lca"), {"root": root, "p": 5, "q": 1})
