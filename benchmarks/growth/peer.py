"""Asks big_O (PyPI) for the class of one labelled function; run by a Python that has it.

Largest sizes are found as ours are, by doubling until one call takes long; big_O then measures
and fits as its documentation shows.
"""

import importlib.util
import random
import sys
import time
from pathlib import Path
from typing import Any

LONG_SECONDS = 0.3
#: big_O's own largest size by default; with much larger ones its cubic fit has no solution.
MOST = 100_000
NAMES = {
    "Constant": "1",
    "Logarithmic": "log n",
    "Linear": "n",
    "Linearithmic": "n log n",
    "Quadratic": "n^2",
    "Cubic": "n^3",
    "Exponential": "2^n",
}


def main(kind: str, name: str, largest: int) -> None:
    """Print the class in our words."""
    import big_o  # type: ignore[import-not-found]  # noqa: PLC0415 - not among our dependencies

    sys.setrecursionlimit(100_000)
    function = _function(kind, name)
    sized = _inputs(kind)
    top = _top(function, sized, min(largest, MOST))
    classes = [getattr(big_o.complexities, known) for known in NAMES]
    try:
        best, _ = big_o.big_o(
            lambda given: function(**given),
            sized,
            n_measures=10,
            min_n=max(top // 50, 2),
            max_n=top,
            n_repeats=1,
            n_timings=1,
            classes=classes,
        )
    except (IndexError, ValueError, ArithmeticError):
        return  # it has no answer where its fit has no solution
    print(NAMES[type(best).__name__])


def _function(kind: str, name: str) -> Any:
    path = Path(__file__).with_name("functions") / f"{kind}.py"
    spec = importlib.util.spec_from_file_location(kind, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, name)


def _inputs(kind: str) -> Any:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from benchmarks.growth.inputs import INPUTS  # noqa: PLC0415 - the path is set just now

    return lambda n: INPUTS[kind](int(n), random.Random())


def _top(function: Any, sized: Any, largest: int) -> int:
    n, step = 2, 2.0
    while n < largest and step > 1.1:
        following = min(max(round(n * step), n + 1), largest)
        given = sized(n)
        began = time.process_time()
        function(**given)
        seconds = time.process_time() - began
        if seconds > LONG_SECONDS / 4:
            return n
        given = sized(following)
        if following > n + 4 and n < 64 and seconds > 1e-4:
            following = n + 2
        n = following
    return n


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
