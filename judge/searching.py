"""Drawing inputs with Hypothesis: the generated cases of a corpus, and the live search.

The only module that knows Hypothesis, imported where it is needed: the import alone costs more
than judging a small submission. It draws; making inputs small is `judge.shrinking.reducing`.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import hypothesis
from hypothesis.errors import Flaky, Unsatisfiable
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from hypothesis.strategies import SearchStrategy

from judge.problem import Problem
from judge.shrinking.reducing import CALLS, SECONDS, Found, reduced
from judge.shrinking.weight import text_of

Arguments = dict[str, Any]
Strategy = SearchStrategy[Arguments]

#: Fresh inputs of one live search.
EXAMPLES = 100


@dataclass(frozen=True, slots=True)
class Result:
    """What a search saw: how many fresh inputs were tried, and a failing one made small."""

    tried: int
    found: Found | None
    guard_fired: bool = False


class _Enough(BaseException):
    """Leaves Hypothesis from inside a predicate. It catches no BaseException of others."""


def search(
    problem: Problem,
    fails: Callable[[Arguments], bool],
    *,
    seed: int,
    examples: int = EXAMPLES,
    shrink_calls: int = CALLS,
    guard_seconds: float = SECONDS,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    shrinking: Callable[[int], None] = lambda _calls: None,
) -> Result:
    """Try fresh inputs until one fails, and make it small, or until `examples` have passed.

    The same seed gives the same inputs in every process. `guard_seconds` bounds each of the
    two parts, as a last resort.
    """
    deadline = time.monotonic() + guard_seconds
    looking = _Looking(fails, examples, deadline, progress)
    _draw(problem.strategies().generated(), seed, 4 * examples, looking)
    if looking.failing is None:
        return Result(looking.tried, None, looking.guard_fired)
    result = smallest(
        problem,
        looking.failing,
        fails,
        calls=shrink_calls,
        guard_seconds=guard_seconds,
        shrinking=shrinking,
    )
    return Result(looking.tried, result.found, result.guard_fired)


def smallest(
    problem: Problem,
    arguments: Arguments,
    fails: Callable[[Arguments], bool],
    *,
    calls: int = CALLS,
    guard_seconds: float = SECONDS,
    shrinking: Callable[[int], None] = lambda _calls: None,
) -> Result:
    """Make one failing input small, wherever it came from."""
    found = reduced(
        problem.interface,
        problem.strategies().validate,
        arguments,
        fails,
        calls=calls,
        guard_seconds=guard_seconds,
        shrinking=shrinking,
    )
    return Result(0, found, found.guard_fired)


def draw(
    strategy: Strategy, *, count: int, seed: int, known: frozenset[str] = frozenset()
) -> list[Arguments]:
    """Return up to `count` different inputs, the same for the same seed in every process.

    Inputs whose `text_of` is `known` are left out.
    """
    drawn: dict[str, Arguments] = {}

    def keep(arguments: Arguments) -> None:
        text = text_of(arguments)
        if text not in known:
            drawn.setdefault(text, arguments)
        if len(drawn) >= count:
            raise _Enough

    _draw(strategy, seed, 4 * count, keep)
    return list(drawn.values())


@dataclass(slots=True)
class _Looking:
    """The state of one search, and the predicate that Hypothesis calls."""

    fails: Callable[[Arguments], bool]
    examples: int
    deadline: float
    progress: Callable[[int, int], None]
    seen: set[str] = field(default_factory=set)
    tried: int = 0
    failing: Arguments | None = None
    guard_fired: bool = False

    def __call__(self, arguments: Arguments) -> None:
        if time.monotonic() > self.deadline:
            self.guard_fired = True
            raise _Enough
        text = text_of(arguments)
        if text in self.seen:
            return
        self.seen.add(text)
        self.tried += 1
        if self.fails(arguments):
            # a copy: what is drawn may share parts with what the strategy keeps
            self.failing = json.loads(text)
            raise _Enough
        self.progress(self.tried, self.examples)
        if self.tried >= self.examples:
            raise _Enough


def _draw(strategy: Strategy, seed: int, most: int, see: Callable[[Arguments], None]) -> None:
    """Show `see` up to `most` inputs; it leaves early by raising `_Enough`."""

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=most,
        phases=[hypothesis.Phase.generate],
        database=None,
        deadline=None,
        derandomize=False,  # a profile of the environment (CI) would otherwise beat the seed
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
        except (_Enough, Flaky, Unsatisfiable):
            # flaky: a strategy that draws differently on a replay; what was seen still counts
            return


@contextmanager
def _blind_to_loaded_modules() -> Iterator[None]:
    """Keep Hypothesis from mixing in constants of the modules that happen to be loaded.

    It reads the source of every loaded module outside site-packages and draws those numbers
    and texts now and then. Inputs would then differ between a checkout and a wheel, between
    the command line and the server, and with every edit of the judge. No public setting.
    """
    original = providers._get_local_constants  # noqa: SLF001  # no public setting
    nothing = Constants()
    providers.CONSTANTS_CACHE.cache.clear()
    providers._get_local_constants = lambda: nothing  # noqa: SLF001  # no public setting
    try:
        yield
    finally:
        providers._get_local_constants = original  # noqa: SLF001  # no public setting
        providers.CONSTANTS_CACHE.cache.clear()
