"""docs/attacks.md says what the tests hold, because its tables are made from their data.

`./run python -m tests.security.attack_pages` makes them.
"""

import pytest

from tests.security.attack_pages import ATTACKS, PROGRAMS, attacks_page, programs_page
from tests.security.layers import LAYERS
from tests.security.programs import programs


def test_the_tables_are_up_to_date() -> None:
    """After a change of a hostile program or a layer they are made anew by the command above."""
    text = ATTACKS.read_text(encoding="utf-8")
    assert text == attacks_page(text)
    assert PROGRAMS.read_text(encoding="utf-8") == programs_page()


def test_every_program_that_a_tier_does_not_hold_is_named() -> None:
    """Nobody learns from the page that a weak tier holds what it does not."""
    weaker = attacks_page(ATTACKS.read_text(encoding="utf-8")).partition("weaker tiers")[2]
    for program in programs():
        named = f"| {program.name} |" in weaker
        differs = program.expected_in_landlock != program.expected
        assert named == (differs or program.differs_in_limits_only), program.name


def test_every_layer_is_explained() -> None:
    """A layer has a row with words."""
    text = ATTACKS.read_text(encoding="utf-8")
    assert all(f"| {layer} | {words} |" in text for layer, words in LAYERS.items())


def test_a_page_without_its_marks_is_refused() -> None:
    """A table that has nowhere to go is news, not silence."""
    with pytest.raises(ValueError, match="lost the marks"):
        attacks_page("# Attacks\n")
