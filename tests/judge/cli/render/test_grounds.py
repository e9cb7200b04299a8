"""What is printed can be read on a light ground as on a dark one."""

import ast
from collections.abc import Iterator
from pathlib import Path

from rich.errors import StyleSyntaxError
from rich.style import Style

from judge import cli

#: By the palette of xterm these are hardly seen on white: contrast below 2.
PALE = {"yellow", "cyan", "white"}


def test_no_pale_colour_stands_on_an_unknown_ground() -> None:
    """Yellow, cyan, white and whatever is bright need a ground of their own."""
    found = {(path.name, text) for path, text in styles() if pale(Style.parse(text))}
    assert found == set()
    assert pale(Style.parse("bold yellow"))
    assert pale(Style.parse("bright_green"))
    assert not pale(Style.parse("bold black on yellow"))


def pale(style: Style) -> bool:
    if style.color is None or style.bgcolor is not None:
        return False
    return style.color.name in PALE or style.color.name.startswith("bright_")


def styles() -> Iterator[tuple[Path, str]]:
    """Yield every text of the command line's code that rich takes for a style."""
    for path in Path(str(cli.__file__)).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                try:
                    Style.parse(node.value)
                except StyleSyntaxError:
                    continue
                yield path, node.value
