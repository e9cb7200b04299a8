"""Where an entry stands in a text."""

import pytest

from judge.reports import entry_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("def lowest_common_ancestor(r, p, q):", 1),
        ("import x\n\nclass Solution:\n    def lowestCommonAncestor(self): ...", 4),
        ("def helper(): ...\n\nasync def LowestCommonAncestor(): ...", 3),
        ("x = 1\nlowest_common_ancestor = lambda r, p, q: r", 2),
        ("x = 1\nlowest_common_ancestor: object = print", 2),
        ("x == 1\nclass Solution: ...", 2),
        ("\n\ndef other(): ...", 3),
        ("print(1)", None),
        ("", None),
    ],
)
def test_an_entry_is_found_by_its_name_or_is_the_first_definition(
    text: str, line: int | None
) -> None:
    """Names are compared as the judge compares them."""
    assert entry_line(text.splitlines(), ["lowest_common_ancestor"]) == line
