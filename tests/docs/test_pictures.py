"""The pictures of the README are those of the judge that is here."""

import importlib.util
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
SPEC = importlib.util.spec_from_file_location("draw_terminal", DOCS / "draw_terminal.py")
assert SPEC is not None
assert SPEC.loader is not None
draw_terminal = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(draw_terminal)
#: What `./run python -m docs.draw_neovim` draws.
NEOVIM = "neovim.svg"


@pytest.mark.needs("full")
@pytest.mark.parametrize("name", draw_terminal.PICTURES)
def test_a_picture_shows_what_the_judge_says_today(name: str) -> None:
    """Counts, words and drawings; `./run python docs/draw_terminal.py` draws them anew."""
    assert draw_terminal.drawn(*draw_terminal.PICTURES[name]) == (DOCS / name).read_text("utf-8")


@pytest.mark.parametrize("name", [*draw_terminal.PICTURES, NEOVIM])
def test_a_picture_is_drawn_alike_everywhere(name: str) -> None:
    """It is well formed, loads nothing, and its indentation does not hang on blanks."""
    text = (DOCS / name).read_text("utf-8")
    root = ET.fromstring(text)  # noqa: S314 - our own text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    lines = [e.text or "" for e in root.iter() if e.tag.endswith("text")]
    assert lines
    assert not [line for line in lines if line.startswith("\xa0") and line.strip("\xa0")]


def test_the_readme_shows_every_picture() -> None:
    """A picture that nobody sees is not kept."""
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    assert {path.name for path in DOCS.glob("*.svg")} == {*draw_terminal.PICTURES, NEOVIM}
    assert all(f"](docs/{name})" in readme for name in (*draw_terminal.PICTURES, NEOVIM))
