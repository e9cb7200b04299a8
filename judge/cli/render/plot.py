"""A chart drawn with characters: one a point, the fitted classes as dots between them."""

from judge.cli.render.chart import Chart, Line, amount, count, drawn

#: A mark for the submission and one for the reference; plain ones where there is only ASCII.
MARKS, PLAIN_MARKS = ("\u25cf", "\u25cb"), ("*", "o")
DOT, PLAIN_DOT = "\u00b7", "."
LABEL_COLUMNS = 9


def plot_text(chart: Chart, width: int, height: int, *, plain: bool = False) -> list[str]:
    """Return the chart in lines of at most `width` columns, `height` of them for the plot."""
    columns = max(width - LABEL_COLUMNS - 4, 20)
    cells = [[" "] * columns for _ in range(height)]
    marks, dot = (PLAIN_MARKS, PLAIN_DOT) if plain else (MARKS, DOT)
    for line in reversed(chart.lines):
        _dots(chart, line, cells, dot)
    for line, mark in reversed(list(zip(chart.lines, marks, strict=False))):
        _marks(chart, line, cells, mark)
    labels = _cost_labels(chart, height)
    bar, corner, floor = ("|", "+", "-") if plain else ("\u2502", "\u2514", "\u2500")
    legend = "   ".join(
        f"{mark} {line.label}" for line, mark in zip(chart.lines, marks, strict=False)
    )
    rows = [f"{labels[row]:>{LABEL_COLUMNS}} {bar}{''.join(cells[row])}" for row in range(height)]
    rows = [row.rstrip() for row in rows]
    rows.append(" " * LABEL_COLUMNS + f" {corner}" + floor * columns)
    rows.append(" " * (LABEL_COLUMNS + 2) + _size_labels(chart, columns))
    return [f"{chart.title} ({chart.unit}, log)    {legend}", *rows]


def _marks(chart: Chart, line: Line, cells: list[list[str]], mark: str) -> None:
    for m in drawn(line):
        row, column = _place(chart, m.n, m.cost, cells)
        cells[row][column] = mark


def _dots(chart: Chart, line: Line, cells: list[list[str]], dot: str) -> None:
    for n, cost in line.fitted:
        row, column = _place(chart, n, cost, cells)
        cells[row][column] = dot


def _place(chart: Chart, n: float, cost: float, cells: list[list[str]]) -> tuple[int, int]:
    row = round((1 - chart.costs.at(cost)) * (len(cells) - 1))
    return row, round(chart.sizes.at(n) * (len(cells[0]) - 1))


def _cost_labels(chart: Chart, height: int) -> list[str]:
    labels = [""] * height
    for tick in chart.costs.ticks:
        labels[round((1 - chart.costs.at(tick)) * (height - 1))] = amount(tick, chart.unit)
    return labels


def _size_labels(chart: Chart, columns: int) -> str:
    row = ""
    for tick in chart.sizes.ticks:
        text = f"n={count(tick)}" if not row else count(tick)
        middle = round(chart.sizes.at(tick) * (columns - 1)) - len(text) // 2
        at = max(min(middle, columns - len(text)), 0)
        if row and at <= len(row) + 1:
            continue
        row = row.ljust(at) + text
    return row[:columns]
