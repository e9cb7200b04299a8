"""Charts as one SVG, or as an HTML page that needs nothing else: no script, no address.

Colours follow the reader's choice of dark or light (prefers-color-scheme). All text is escaped.
"""

from collections.abc import Iterator, Sequence
from html import escape

from judge.cli.render.chart import Chart, Line, amount, count, drawn

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 96, 24, 76, 52
STYLE = """
  svg { color-scheme: light dark; --ground: #ffffff; --ink: #1c2126; --quiet: #5d6872;
        --grid: #e1e5e9; --own: #0b5cad; --reference: #b3540a; }
  @media (prefers-color-scheme: dark) {
    svg { --ground: #14181c; --ink: #e8ecf0; --quiet: #9aa6b1; --grid: #2c343b;
          --own: #6db3f8; --reference: #f0a35e; }
  }
  .ground { fill: var(--ground); } text { fill: var(--ink); font: 13px system-ui, sans-serif; }
  .title { font-size: 16px; font-weight: 600; } .quiet { fill: var(--quiet); }
  .grid { stroke: var(--grid); } .axis { stroke: var(--quiet); } .fitted { fill: none;
  stroke-width: 1.5; stroke-dasharray: 6 4; } .whisker { stroke-width: 1.5; }
  .own { stroke: var(--own); fill: var(--own); } .reference { stroke: var(--reference);
  fill: var(--reference); } .own.fitted, .reference.fitted { fill: none; }
  .reference.point { fill: var(--ground); stroke-width: 2; }
"""
CLASSES = ("own", "reference")


def svg_page(title: str, charts: Sequence[Chart]) -> str:
    """Return all charts below each other as one SVG document."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _svg(title, charts)


def html_page(title: str, charts: Sequence[Chart], sentences: Sequence[str]) -> str:
    """Return a page that holds the charts and what they tell in words."""
    words = "\n".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>:root {{ color-scheme: light dark; }} body {{ font: 16px/1.5 system-ui, sans-serif;
max-width: {WIDTH}px; margin: 2rem auto; padding: 0 1rem; }} svg {{ width: 100%; height: auto; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #14181c; color: #e8ecf0; }} }}
</style></head><body>
<h1>{escape(title)}</h1>
{words}
{_svg(title, charts)}
</body></html>
"""


def _svg(title: str, charts: Sequence[Chart]) -> str:
    height = HEIGHT * max(len(charts), 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"',
        f'height="{height}" role="img" aria-label="{escape(title)}">',
        f"<style>{STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{height}"/>',
    ]
    for number, chart in enumerate(charts):
        parts.append(f'<g transform="translate(0 {number * HEIGHT})">')
        parts += _chart(chart)
        parts.append("</g>")
    parts.append("</svg>")
    return "\n".join(parts)


def _chart(chart: Chart) -> Iterator[str]:
    yield _text(LEFT, 26, chart.title, "title")
    for number, line in enumerate(chart.lines):
        x = LEFT + 8 + number * 300
        yield _point(x, 46, number)
        yield _text(x + 14, 51, line.label)
    yield from _cost_axis(chart)
    yield from _size_axis(chart)
    for number, line in enumerate(chart.lines):
        yield from _line(chart, line, number)


def _cost_axis(chart: Chart) -> Iterator[str]:
    for tick in chart.costs.ticks:
        y = _y(chart, tick)
        yield f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield _text(LEFT - 8, y + 4, amount(tick, chart.unit), "quiet", "end")
    yield f'<line class="axis" x1="{LEFT}" x2="{LEFT}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>'
    middle = (TOP + HEIGHT - BOTTOM) / 2
    yield (
        f'<text class="quiet" text-anchor="middle" transform="translate(16 {middle:.0f}) '
        f'rotate(-90)">{escape(chart.unit)}, log</text>'
    )


def _size_axis(chart: Chart) -> Iterator[str]:
    foot = HEIGHT - BOTTOM
    last = -1000.0
    for tick in chart.sizes.ticks:
        x = _x(chart, tick)
        yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{foot}"/>'
        if x - last > 56:
            yield _text(x, foot + 18, count(tick), "quiet", "middle")
            last = x
    yield f'<line class="axis" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{foot}" y2="{foot}"/>'
    yield _text(
        (LEFT + WIDTH - RIGHT) / 2, foot + 40, "size of the input n, log", "quiet", "middle"
    )


def _line(chart: Chart, line: Line, number: int) -> Iterator[str]:
    name = CLASSES[number % len(CLASSES)]
    if line.fitted:
        places = " ".join(f"{_x(chart, n):.1f},{_y(chart, cost):.1f}" for n, cost in line.fitted)
        yield f'<polyline class="{name} fitted" points="{places}"/>'
    for m in drawn(line):
        x, low, high = (
            _x(chart, m.n),
            _y(chart, m.cost - 2 * m.error),
            _y(chart, m.cost + 2 * m.error),
        )
        ends = f'x1="{x:.1f}" x2="{x:.1f}" y1="{low:.1f}" y2="{high:.1f}"'
        yield f'<line class="{name} whisker" {ends}/>'
        told = f"{line.name}, n = {m.n:,}: {amount(m.cost, chart.unit)}"
        yield _point(x, _y(chart, m.cost), number, told)


def _point(x: float, y: float, number: int, told: str = "") -> str:
    """Return a point; a reader who rests on it is told its values."""
    name = CLASSES[number % len(CLASSES)]
    title = f"<title>{escape(told)}</title>" if told else ""
    return f'<circle class="{name} point" cx="{x:.1f}" cy="{y:.1f}" r="4">{title}</circle>'


def _text(x: float, y: float, text: str, style: str = "", anchor: str = "start") -> str:
    return (
        f'<text class="{style}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">'
        f"{escape(text)}</text>"
    )


def _x(chart: Chart, n: float) -> float:
    return LEFT + chart.sizes.at(n) * (WIDTH - LEFT - RIGHT)


def _y(chart: Chart, cost: float) -> float:
    return HEIGHT - BOTTOM - chart.costs.at(cost) * (HEIGHT - TOP - BOTTOM)
