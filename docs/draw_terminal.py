"""Draws the pictures of the README from real runs, and writes them beside this file.

./run python docs/draw_terminal.py

They are the same each time: what is measured is left out. A test compares them.
"""

import io
import os
import re
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.text import Text

import judge
from judge.cli import render

HERE = Path(__file__).resolve().parent
COLUMNS = 84
WRONG = HERE.parent / "solutions" / "lru-cache" / "wrong_answer"
#: Picture -> the problem, a wrong file, and what somebody calls it.
PICTURES = {
    "terminal.svg": ("lca", HERE.parent / "examples" / "lca_wrong.py", "examples/lca_wrong.py"),
    "calls.svg": ("lru-cache", WRONG / "a_miss_is_a_use.py", "lru_cache.py"),
}
#: The first is all that some programs read.
FONT = "'DejaVu Sans Mono', Menlo, Consolas, ui-monospace, monospace"
#: Columns of a character in rich's drawing.
CHARACTER = 12.2
#: What the last line needs below it.
FOOT = 6


def main() -> None:
    """Write all pictures."""
    for name, (slug, source, file) in PICTURES.items():
        (HERE / name).write_text(drawn(slug, source, file), encoding="utf-8")


def drawn(slug: str, source: Path, file: str) -> str:
    """Judge a file and return a drawing of what a person sees."""
    problem = judge.load_problem(slug)
    submission = judge.Submission(source.read_bytes(), file)
    # A busy machine must not make another picture.
    settings = replace(judge.Settings.from_environment(os.environ), guard_seconds=600.0)
    report = judge.result_of(judge.judge(submission, problem, settings))
    report = replace(report, memory=None, limits=None)
    console = recorder(COLUMNS)
    console.print(Text(f"$ judge submit {slug} {file}", "bold"))
    context = render.report_context(problem, submission, report)
    if len(context.replay) > COLUMNS:
        context = replace(context, replay="")
    render.show_report(console, report, context)
    return plain(console.export_svg(title="judge", unique_id="judge"))


def recorder(columns: int) -> Console:
    """Return a console that shows nothing, and has the picture of what is printed on it."""
    return Console(
        file=io.StringIO(),
        record=True,
        width=columns,
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
        markup=False,
        emoji=False,
    )


def plain(svg: str) -> str:
    """Return the picture in a form that every program draws alike.

    It has the fonts of whoever looks and fetches nothing; its indentation is a place and no blanks,
    and no line cuts the foot of its letters.
    """
    svg = re.sub(r"@font-face \{.*?\}\n|<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: [^;]*;", f"font-family: {FONT};", svg)
    svg = re.sub(r"<clipPath id=\"judge-line-.*?</clipPath>\n?", "", svg, flags=re.DOTALL)
    svg = re.sub(r" clip-path=\"url\(#judge-line-\d+\)\"", "", svg)
    svg = re.sub(r'(<rect x="0" y="0" width="[\d.]+" height=")([\d.]+)', _higher, svg)
    svg = re.sub(r"<text [^>]*>\n</text>", "", svg)
    svg = re.sub(r'x="([\d.]+)" (y="[\d.]+") textLength="([\d.]+)">((?:&#160;)+)', _moved, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def _higher(rect: re.Match[str]) -> str:
    return f"{rect[1]}{float(rect[2]) + FOOT:.1f}"


def _moved(text: re.Match[str]) -> str:
    shift = CHARACTER * (len(text[4]) // len("&#160;"))
    x, length = float(text[1]) + shift, float(text[3]) - shift
    return f'x="{x:.1f}" {text[2]} textLength="{max(length, 0):.1f}">'


if __name__ == "__main__":
    main()
