"""Charts as one SVG, or as an HTML page that needs nothing else: no script, no address.

Colours follow the reader's choice of dark or light (prefers-color-scheme), and are those of a light
ground in programs that know no such choice. All text is escaped.
"""

from collections.abc import Iterator, Sequence
from html import escape

from judge.cli.render.chart import Chart, Line, amount, count, drawn

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 96, 24, 76, 52
#: Colours on a light ground are attributes, which every program that draws SVG knows.
LIGHT = {
    "ground": 'fill="#ffffff"',
    "text": 'fill="#1c2126"',
    "title": 'fill="#1c2126" font-size="16" font-weight="600"',
    "quiet": 'fill="#5d6872"',
    "grid": 'stroke="#e1e5e9"',
    "axis": 'stroke="#5d6872"',
    "own": 'stroke="#0b5cad"',
    "reference": 'stroke="#b3540a"',
}
FITTED = 'fill="none" stroke-width="1.5" stroke-dasharray="6 4"'
#: A rule counts more than an attribute, so these change the colours where a reader likes it dark.
STYLE = """
  svg { color-scheme: light dark; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #14181c; } .text, .title { fill: #e8ecf0; } .quiet { fill: #9aa6b1; }
    .grid { stroke: #2c343b; } .axis { stroke: #9aa6b1; }
    .own { stroke: #6db3f8; } .own.point { fill: #6db3f8; }
    .reference { stroke: #f0a35e; } .reference.point { fill: #14181c; }
  }
"""
FONTS = "system-ui, 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif"
CLASSES = ("own", "reference")
#: Of a point: the submission's is full, the reference's is a ring.
INSIDES = ('fill="#0b5cad"', 'fill="#ffffff" stroke-width="2"')


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
        f'height="{height}" role="img" aria-label="{escape(title)}"',
        f'font-family="{FONTS}" font-size="13">',
        f"<style>{STYLE}</style>",
        f'<rect {_look("ground")} width="{WIDTH}" height="{height}"/>',
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
        yield f'<line {_look("grid")} x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield _text(LEFT - 8, y + 4, amount(tick, chart.unit), "quiet", "end")
    yield f'<line {_look("axis")} x1="{LEFT}" x2="{LEFT}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>'
    middle = (TOP + HEIGHT - BOTTOM) / 2
    yield (
        f'<text {_look("quiet")} text-anchor="middle" transform="translate(16 {middle:.0f}) '
        f'rotate(-90)">{escape(chart.unit)}, log</text>'
    )


def _size_axis(chart: Chart) -> Iterator[str]:
    foot = HEIGHT - BOTTOM
    last = -1000.0
    for tick in chart.sizes.ticks:
        x = _x(chart, tick)
        yield f'<line {_look("grid")} x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{foot}"/>'
        if x - last > 56:
            yield _text(x, foot + 18, count(tick), "quiet", "middle")
            last = x
    yield f'<line {_look("axis")} x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{foot}" y2="{foot}"/>'
    yield _text(
        (LEFT + WIDTH - RIGHT) / 2, foot + 40, "size of the input n, log", "quiet", "middle"
    )


def _line(chart: Chart, line: Line, number: int) -> Iterator[str]:
    name = CLASSES[number % len(CLASSES)]
    if line.fitted:
        places = " ".join(f"{_x(chart, n):.1f},{_y(chart, cost):.1f}" for n, cost in line.fitted)
        yield f'<polyline {_look(name)} {FITTED} points="{places}"/>'
    for m in drawn(line):
        x, low, high = (
            _x(chart, m.n),
            _y(chart, m.cost - 2 * m.error),
            _y(chart, m.cost + 2 * m.error),
        )
        ends = f'x1="{x:.1f}" x2="{x:.1f}" y1="{low:.1f}" y2="{high:.1f}"'
        yield f'<line {_look(name)} stroke-width="1.5" {ends}/>'
        told = f"{line.name}, n = {m.n:,}: {amount(m.cost, chart.unit)}"
        yield _point(x, _y(chart, m.cost), number, told)


def _point(x: float, y: float, number: int, told: str = "") -> str:
    """Return a point; a reader who rests on it is told its values."""
    name = CLASSES[number % len(CLASSES)]
    title = f"<title>{escape(told)}</title>" if told else ""
    look = f'class="{name} point" {LIGHT[name]} {INSIDES[number % len(INSIDES)]}'
    return f'<circle {look} cx="{x:.1f}" cy="{y:.1f}" r="4">{title}</circle>'


def _text(x: float, y: float, text: str, style: str = "text", anchor: str = "start") -> str:
    return (
        f'<text {_look(style)} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
    )


def _look(name: str) -> str:
    """Return the class of a part and its colours on a light ground."""
    return f'class="{name}" {LIGHT[name]}'


def _x(chart: Chart, n: float) -> float:
    return LEFT + chart.sizes.at(n) * (WIDTH - LEFT - RIGHT)


def _y(chart: Chart, cost: float) -> float:
    return HEIGHT - BOTTOM - chart.costs.at(cost) * (HEIGHT - TOP - BOTTOM)
