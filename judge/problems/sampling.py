"""Draw inputs with Hypothesis. No other module imports it.

Importing Hypothesis takes longer than judging a small submission, so this module is imported
inside the functions that draw.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import hypothesis
from hypothesis.errors import Flaky, Unsatisfiable
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from hypothesis.strategies import SearchStrategy

from judge.values import canonical_json

Arguments = dict[str, Any]
Strategy = SearchStrategy[Arguments]


class StrategyError(Exception):
    """Raised for a strategy that cannot be drawn from; says what it does."""


class _Enough(BaseException):
    """Raised to leave Hypothesis from inside, which does not catch a foreign BaseException."""


def draw(
    strategy: Strategy,
    *,
    count: int,
    seed: int,
    known: frozenset[str] = frozenset(),
    strict: bool = False,
) -> list[Arguments]:
    """Return up to `count` different inputs, the same for the same seed in every process.

    Inputs whose `canonical_json` is in `known` are left out. If `strict`, raises `StrategyError`
    for a strategy that allows no input, or that draws differently when Hypothesis repeats a draw;
    otherwise the inputs up to there count.
    """
    drawn: dict[str, Arguments] = {}

    def keep(arguments: Arguments) -> None:
        text = canonical_json(arguments)
        if text not in known:
            drawn.setdefault(text, arguments)
        if len(drawn) >= count:
            raise _Enough

    try:
        _draw(strategy, seed, 4 * count, keep)
    except Unsatisfiable:
        if strict:
            raise StrategyError(_NOTHING) from None
    except Flaky:
        if strict:
            raise StrategyError(_FLAKY) from None
    return list(drawn.values())


_NOTHING = "filters every input away, so that Hypothesis gives up: make valid ones, filter fewer"
_FLAKY = "is flaky: it draws otherwise when Hypothesis repeats a draw; let only draws decide"


def _draw(strategy: Strategy, seed: int, most: int, see: Callable[[Arguments], None]) -> None:
    """Call `see` with up to `most` inputs; raising `_Enough` there stops drawing."""

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=most,
        phases=[hypothesis.Phase.generate],
        database=None,
        deadline=None,
        derandomize=False,  # else a Hypothesis profile (CI) would override the seed
        suppress_health_check=list(hypothesis.HealthCheck),
        verbosity=hypothesis.Verbosity.quiet,
        report_multiple_bugs=False,
        print_blob=False,
        backend="hypothesis",
        stateful_step_count=50,
    )
    @hypothesis.given(strategy)
    def look(arguments: Arguments) -> None:
        see(arguments)

    with _blind_to_loaded_modules():
        try:
            look()
        except _Enough:
            return


@contextmanager
def _blind_to_loaded_modules() -> Iterator[None]:
    """Keep Hypothesis from drawing constants of the modules that happen to be loaded.

    It reads the source of every loaded module outside site-packages and sometimes draws numbers
    and texts from there. Inputs would then differ between a checkout and a wheel, between the
    command line and the server, and with every edit of the judge. No public setting prevents it.
    """
    original = providers._get_local_constants  # noqa: SLF001 - no public setting
    nothing = Constants()
    providers.CONSTANTS_CACHE.cache.clear()
    providers._get_local_constants = lambda: nothing  # noqa: SLF001 - no public setting
    try:
        yield
    finally:
        providers._get_local_constants = original  # noqa: SLF001 - no public setting
        providers.CONSTANTS_CACHE.cache.clear()
