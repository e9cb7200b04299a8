import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judge.values.escaping import escape
from tests.judge.cli.reports import HOSTILE

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@settings(deadline=None)  # a busy machine is no failure
@given(ANY_TEXT, st.integers(0, 50))
def test_nothing_unseen_comes_out(text: str, limit: int) -> None:
    """Whatever goes in, every character that comes out is printable and has a UTF-8 form."""
    shown = escape(text, limit)
    assert shown.isprintable()
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert not {"Cc", "Cf", "Cs", "Co", "Cn"} & {unicodedata.category(c) for c in shown}


@settings(deadline=None)  # a busy machine is no failure
@given(ANY_TEXT)
def test_only_the_white_space_that_was_asked_for_is_kept(text: str) -> None:
    """Newlines and tabs stay where they were asked for, and nothing else that is not printable."""
    shown = escape(text, 1_000, keep="\n\t\r\x1b")
    assert shown.replace("\n", "").replace("\t", "").isprintable()
    assert shown.count("\n") == text.count("\n")


@settings(deadline=None)  # a busy machine is no failure
@given(ANY_TEXT)
def test_safe_text_is_left_alone(text: str) -> None:
    """What is safe already does not change a second time."""
    once = escape(text, 10_000)
    assert escape(once, 100_000) == once


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\x1b", r"\x1b"),
        ("\x9b", r"\x9b"),
        ("\x07", r"\x07"),
        ("\r", r"\r"),
        ("\b", r"\x08"),
        ("\x7f", r"\x7f"),
        ("\n", r"\n"),
        ("\u202e", r"\u202e"),
        ("\u2069", r"\u2069"),
        ("\u061c", r"\u061c"),
        ("\u200b", r"\u200b"),
        ("\ufeff", r"\ufeff"),
        ("\ufe0f", r"\ufe0f"),
        ("\u3164", r"\u3164"),
        ("\u2028", r"\u2028"),
        ("\xa0", r"\xa0"),
        ("\ud800", r"\ud800"),
        ("\ue000", r"\ue000"),
        ("\uffff", r"\uffff"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_each_harmful_character_is_seen_as_its_escape(character: str, shown: str) -> None:
    """Controls, direction marks, the invisible and what is no character become visible."""
    assert escape(f"a{character}b") == f"a{shown}b"


@pytest.mark.parametrize("text", ["plain", "naïve", "日本語", "😀", "e\u0301", "[red]x[/red]"])
def test_what_people_write_stays(text: str) -> None:
    """Letters of every script, combining accents and emoji are shown as they are."""
    assert escape(text) == text


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u0e49"])
def test_marks_do_not_pile_up(mark: str) -> None:
    """4,000 marks on one letter would be drawn over the lines above: the third is an escape."""
    shown = escape("a" + mark * 4_000 + "b" + mark)
    assert shown.startswith("a" + mark * 2 + ascii(mark)[1:-1])
    assert shown.count(mark) == 3 or shown.endswith("more characters)")
    between = escape("a" + (mark + "\u093e") * 50)
    assert between.count(mark) == 2


@pytest.mark.parametrize("text", ["tiếng Việt", "ก็ที่น้ำ", "שָׁלוֹם", "हिन्दी", "ကြောင့်"])
def test_languages_that_set_marks_stay(text: str) -> None:
    """No ordinary word has more than two marks in a row, however its letters are written."""
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, text)
        assert escape(written) == written


def test_a_cut_is_said() -> None:
    """Of a long text the beginning is shown, and how much is missing."""
    assert escape("x" * 1_500, 10) == "xxxxxxxxxx... (1,490 more characters)"


def test_the_hostile_sample_holds_no_control() -> None:
    """The text that the other tests attack with comes out as plain ASCII."""
    assert escape(HOSTILE).isascii()
