"""Draws terminal.svg, the picture of the README, from a real run; writes it beside this file.

./run python docs/draw_terminal.py
"""

import io
import os
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

import judge
from judge.cli import render

HERE = Path(__file__).resolve().parent
COLUMNS = 84
FILE = "examples/lca_wrong.py"
FONT = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def main() -> None:
    """Judge the wrong example and draw what a person sees."""
    os.chdir(HERE.parent)
    problem, submission = judge.load_problem("lca"), judge.read_submission(FILE)
    settings = judge.Settings.from_environment(os.environ)
    report = judge.result_of(judge.judge(submission, problem, settings))
    console = Console(
        file=io.StringIO(),
        record=True,
        width=COLUMNS,
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(Text(f"$ judge submit lca {FILE}", "bold"))
    render.show_report(console, report, render.report_context(problem, submission, report))
    svg = console.export_svg(title="judge", unique_id="judge")
    (HERE / "terminal.svg").write_text(_own_fonts(svg), encoding="utf-8")


def _own_fonts(svg: str) -> str:
    """Return the picture with the fonts of whoever looks: it must fetch nothing from anywhere."""
    svg = re.sub(r"@font-face \{.*?\}\n", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: [^;]*;", f"font-family: {FONT};", svg)


if __name__ == "__main__":
    main()
