"""`judge bench --plot`: the plots of a measurement as a page or a picture."""

from pathlib import Path

from judge.cli import render
from judge.cli.render.bench import chart, in_words, runtime_lines
from judge.cli.render.svg import html_page, svg_page
from judge.errors import UsageError
from judge.measurement import Bench


def write_plot(benched: Bench, out: Path) -> None:
    """Write the plots to OUT.svg, OUT.png or OUT.html. Raises `UsageError`."""
    grown = benched.grown
    curves = grown.curves if grown is not None else []
    charts = [chart(curve) for curve in curves]
    title = f"judge bench {benched.slug}"
    page = svg_page(title, charts)
    if out.suffix == ".html":
        told = runtime_lines(benched.timed) if benched.timed is not None else []
        page = html_page(title, charts, [*told, *(in_words(curve) for curve in curves)])
    try:
        if out.suffix == ".png":
            out.write_bytes(render.png_of(page))
        else:
            out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot write {out}: {error.strerror}") from None
