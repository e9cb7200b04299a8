"""Parsing from many threads at once."""

import ast
import gc
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from judge.values.syntax import parse_expression, parse_module

MODULE = "\n".join(f"def f{n}(a):\n    return [a + (b * {n}) for b in a if b]" for n in range(40))


@pytest.fixture
def hurried() -> Iterator[None]:
    """Threads take turns in the midst of a tree: the collector's callbacks run there."""
    threshold = gc.get_threshold()

    def give_way(_phase: str, _info: dict[str, int]) -> None:
        time.sleep(0)

    gc.callbacks.append(give_way)
    gc.set_threshold(20)
    try:
        yield
    finally:
        gc.set_threshold(*threshold)
        gc.callbacks.remove(give_way)


@pytest.mark.parametrize(
    "parse",
    [lambda: parse_module(MODULE), lambda: parse_expression("list[tuple[str, int]]")],
    ids=["module", "expression"],
)
@pytest.mark.usefixtures("hurried")
def test_many_threads_may_parse_at_once(parse: Callable[[], ast.AST]) -> None:
    """Each gets its tree; CPython 3.11 left to itself raises SystemError."""
    with ThreadPoolExecutor(8) as threads:
        trees = [one.result() for one in [threads.submit(parse) for _ in range(80)]]
    assert {ast.dump(tree) for tree in trees} == {ast.dump(parse())}
