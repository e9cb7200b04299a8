"""Inputs of `number-of-islands`: small maps with much and little land, and large ones."""

import random
from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]

LARGEST = 300
SIZES = (1, LARGEST)  # n is the side of a square


def edges() -> Iterator[Arguments]:
    """Yield all maps of up to six cells, those with well-known shapes, and each width once."""
    for rows, columns in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 5), (2, 3), (3, 2)):
        for cells in product("01", repeat=rows * columns):
            yield _map(
                "/".join("".join(cells[i : i + columns]) for i in range(0, len(cells), columns))
            )
    for drawn in (
        "111/101/111",
        "101/010/101",
        "11000/11000/00100/00011",
        "11110/11010/11000/00000",
        "1011/1110/0011",
        "111/001/111/100/111",
        "10101/10101/11111",
        "11111/10101/10101",
        "10001/10101/11111",
        "100/010/001",
        "001/010/100",
        "11011/11011/00000/11011/11011",
        "11111/10001/10101/10001/11111",
        "1111111/0000001/1111101/1000101/1011101/1000001/1111111",
        "100000/000000/000001",
        "100001/000000/100001",
        "0111/1110/0111",
        "000/010/000",
        "0000/0110/0110/0000",
        "00000/01110/01010/01110/00000",
        "1/0/1/1/0/1",
        "1/0/1/1/0/1/1/0",
        "0/1/1/0/1/0/1/1/1",
    ):
        yield _map(drawn)
    rng = random.Random(20261110)
    for n in range(4, 34):  # a mistake may show at one width or height only
        yield _drawn(rng, 2, n, 0.6)
        yield _drawn(rng, n, 3, 0.6)
        yield _map("10" * n)
        yield _map("1" * (n + 2))
    for land in (0.2, 0.4, 0.5, 0.6, 0.7, 0.9):
        for rows, columns in ((7, 7), (10, 4), (5, 12), (13, 13)):
            yield _drawn(rng, rows, columns, land)
    for n in (60, 100, 127, 128, 129, 255, 256, 257, 299, LARGEST):
        yield _drawn(rng, 1, n, 0.5)
        yield _drawn(rng, n, 1, 0.5)
    yield _map("/".join(["1"] * LARGEST))


def generated() -> st.SearchStrategy[Arguments]:
    """Draw a map of up to 7 x 7 cells with much or little land."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield large maps: a snake, one island, single cells, and land without order."""
    rng = random.Random(20261111)
    for n in (20, 60):
        yield n, _drawn(rng, n, n, 0.6)
    yield 150, _drawn(rng, 150, 150, 0.55)
    n = LARGEST
    snake = ["1" * n, "0" * (n - 1) + "1", "1" * n, "1" + "0" * (n - 1)]
    yield n, _map("/".join(snake[i % 4] for i in range(n)))
    yield n, _map("/".join(["1" * n] * n))
    yield n, _map("/".join(("10" * n)[i % 2 : n + i % 2] for i in range(n)))


def sized(n: int, rng: random.Random) -> Arguments:
    """Return a square map of n x n cells, six of ten land."""
    return _drawn(rng, n, n, 0.6)


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"grid"}:
        return "the arguments must be exactly grid"
    grid = arguments["grid"]
    if not isinstance(grid, list) or not 1 <= len(grid) <= LARGEST:
        return f"grid must be a list of 1 to {LARGEST} rows"
    if not all(isinstance(row, list) and 1 <= len(row) <= LARGEST for row in grid):
        return f"a row must be a list of 1 to {LARGEST} cells"
    if any(len(row) != len(grid[0]) for row in grid):
        return "all rows must have the same length"
    if any(cell not in ("0", "1") for row in grid for cell in row):
        return 'each cell must be the text "0" or "1"'
    return None


def _map(drawn: str) -> Arguments:
    return {"grid": [list(row) for row in drawn.split("/")]}


def _drawn(rng: random.Random, rows: int, columns: int, land: float) -> Arguments:
    return {
        "grid": [["1" if rng.random() < land else "0" for _ in range(columns)] for _ in range(rows)]
    }


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    rows = draw(st.sampled_from((1, 2, 3, 4, 5, 7)))
    columns = draw(st.sampled_from((1, 2, 3, 4, 5, 7)))
    cell = st.sampled_from(draw(st.sampled_from(("01", "011", "0111", "001"))))
    row = st.lists(cell, min_size=columns, max_size=columns)
    return {"grid": draw(st.lists(row, min_size=rows, max_size=rows))}
