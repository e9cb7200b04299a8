"""A list of plain texts looks as rich's renderer of Markdown makes it look, without loading it."""

import io
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from judge.cli.render.console import open_console
from judge.cli.render.items import show_items
from judge.cli.render.problems import show_markdown
from tests.packages import bundled

QUESTIONS = [
    text
    for problem in bundled().values()
    for interview in [problem.interview]
    for text in (
        *(pair.question for pair in interview.follow_ups),
        *(question.ask for question in interview.questions),
        *interview.listens,
    )
]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a property there, too
        return self._encoding

    def isatty(self) -> bool:
        return True


def printed(texts: list[str], *, whole: bool, encoding: str = "utf-8", plain: bool = False) -> str:
    """Return what is printed, by our own way or by rich's, without blanks at the ends of lines."""
    stream = Terminal(encoding)
    console = open_console(stream, plain=plain)
    if whole:
        show_markdown(console, "\n".join(f"- {text}" for text in texts))
    else:
        show_items(console, texts)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_questions_of_the_packages_look_the_same(encoding: str) -> None:
    """Wrapped, with code and emphasis in their styles."""
    ours = printed(QUESTIONS, whole=False, encoding=encoding)
    assert ours == printed(QUESTIONS, whole=True, encoding=encoding)
    assert "`" not in ours


#: Pieces that Markdown gives a meaning, alone or together.
PIECES = st.sampled_from(
    [*"abc 1.`*_-+#>!&<[]()\\~|:'\"", "`a b`", "*or*", "2*3*4", "1. x", "&amp;", "http://a.b"]
)


@given(st.lists(PIECES, min_size=1, max_size=12).map(lambda pieces: "".join(pieces).strip()))
@example("a *b* c `d`")
@example("* a")
@example("`a``b`")
@example("*a*b")
@example("*or**or*")
@example("a" * 200)
def test_any_text_looks_the_same(text: str) -> None:
    """Where there is more in it than code and emphasis, rich prints it."""
    if text:
        assert printed(["first", text], whole=False) == printed(["first", text], whole=True)


def test_questions_need_no_renderer_of_markdown() -> None:
    """With what it imports it takes longer to load than a small submission to judge."""
    code = (
        "import sys; from judge.cli import render; from judge.cli.render.console import "
        "open_console; from judge.problems import default_catalog; "
        "lca = default_catalog().get('lca'); "
        "render.show_follow_ups(open_console(sys.stdout, plain=True), lca); "
        "assert 'rich.markdown' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
