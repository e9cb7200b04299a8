"""A statement without its rules, which a round shows only when they are asked for."""

from collections.abc import Sequence

CONSTRAINTS = "Constraints"
#: Sections of a statement that a part does not show.
HIDDEN = (CONSTRAINTS, "Follow-ups")


def without_rules(page: str) -> str:
    """Return a statement as a part of a round shows it."""
    return without_sections(page, HIDDEN)


def rules_of(page: str) -> str:
    """Return the rules of a statement with their heading; empty where it has none."""
    found = (one for one in page.split("\n## ")[1:] if _title(one) == CONSTRAINTS)
    return next((f"## {one}" for one in found), "")


def without_sections(page: str, names: Sequence[str]) -> str:
    """Return a page of Markdown without its sections of these names."""
    before, *sections = page.split("\n## ")
    return "\n## ".join([before, *(one for one in sections if _title(one) not in names)])


def _title(section: str) -> str:
    return section.partition("\n")[0].strip()
