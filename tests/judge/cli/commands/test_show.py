"""`judge show`: a statement on the terminal."""

from pathlib import Path

from judge.testing import FakeJudge
from tests.judge.cli.command import invoke, invoke_on
from tests.packages import largest


def test_show_renders_the_statement() -> None:
    """The statement, the signature and the next command; no Markdown marks, no escape codes."""
    shown = invoke(FakeJudge(), "show", "lca").stdout
    assert "Lowest common ancestor of a binary tree" in shown
    assert "judge start lca" in shown
    assert "**" not in shown
    assert shown.replace("\n", "").isprintable()


def test_a_statement_cannot_disturb_the_display(tmp_path: Path) -> None:
    """Neither raw characters nor Markdown entities nor links get anything past."""
    text = "# A\x1b]0;x\x07 &#x202e;B\n\n[x](http://x) `\x9b31m` [red]\n"
    problem = largest(tmp_path, files={"statement.md": text})
    shown = invoke_on(problem, "show", "largest").stdout
    assert shown.replace("\n", "").isprintable()
    assert "\\u202e" in shown
