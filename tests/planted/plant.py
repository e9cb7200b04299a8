"""A planted bug, and whether the corpus or the live search comes upon it.

A bug shows exactly where its condition holds of what can be seen of an input (of a call, in a
class problem), so whether an input shows it is known without playing it: thousands of bugs can
be looked for in the time of a few submissions. `test_planted.py` plays some of them for real.
"""

import hashlib
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from judge.problems.corpus_build import GENERATED, SEED
from judge.problems.problem import Problem
from judge.values.json_form import canonical_json
from tests.planted import (
    analytics,
    caches,
    core_arrays,
    core_graphs,
    core_hashes,
    core_links,
    core_words,
    digits,
    feeds,
    frauds,
    integer_lists,
    inventories,
    keypads,
    limiters,
    notifiers,
    queues,
    rings,
    shorteners,
    texts,
    trees,
)
from tests.planted.table import Table

Arguments = dict[str, Any]

#: Fresh inputs of one live search, as `judge.settings` has it.
EXAMPLES = 100
#: Scale cases of more are left out: what can be seen of them costs too much to tell.
SMALL, SMALL_BYTES = 1_000, 20_000
#: Searches that are drawn for each package; each bug is looked for in one of them.
SEEDS = 8

TABLES: dict[str, Table] = {
    table.slug: table
    for table in (
        *map(
            Table.of_module,
            (
                integer_lists,
                texts,
                trees,
                digits,
                keypads,
                caches,
                limiters,
                feeds,
                shorteners,
                queues,
                frauds,
                analytics,
                inventories,
                notifiers,
                rings,
            ),
        ),
        *core_arrays.TABLES,
        *core_hashes.TABLES,
        *core_words.TABLES,
        *core_links.TABLES,
        *core_graphs.TABLES,
    )
}


@dataclass(frozen=True, slots=True)
class Plant:
    """One rare bug of one package, as the condition under which the answer is wrong."""

    slug: str
    condition: str

    @property
    def seed(self) -> int:
        """The live search's seed, as arbitrary and as fixed as a submission's; one of a few."""
        return hashlib.sha256(self.condition.encode()).digest()[0] % SEEDS

    def shows_in(self, inputs: list[dict[str, Any]]) -> bool:
        """Whether some input shows the bug, of those of which this is what can be seen."""
        return self.count_in([inputs], 1) == 1

    def count_in(self, inputs: Iterable[list[dict[str, Any]]], most: int) -> int:
        """Count the inputs that show the bug, up to `most`."""
        code = compile(self.condition, "plant", "eval")
        # A copy, since eval adds the built-ins.
        shown = (1 for sight in inputs if any(eval(code, {**seen}) for seen in sight))  # noqa: S307 - our own tables
        return sum(islice(shown, most))


@dataclass(frozen=True, slots=True)
class Met:
    """Whether the corpus and the live search, each alone, come upon a bug."""

    plant: Plant
    corpus: bool
    live: bool


def sights(slug: str, arguments: Arguments) -> Iterator[dict[str, Any]]:
    """Yield what a condition may name: once for an input, or at each call that gives a value."""
    look = TABLES[slug].look
    if "calls" in arguments:
        yield from look(arguments["calls"], arguments["arguments"])
    else:
        yield look(**arguments)


def plants(slug: str) -> list[Plant]:
    """Return every bug of a package's table."""
    return [
        Plant(slug, template.format(parameter))
        for template, parameters in TABLES[slug].families
        for parameter in parameters
    ]


def chosen(slug: str, count: int, seed: int) -> list[Plant]:
    """Return `count` of a package's bugs, as many of each family as can be: rare and common."""
    rng = random.Random(f"{slug} {seed}")
    families = [list(parameters) for _, parameters in TABLES[slug].families]
    for parameters in families:
        rng.shuffle(parameters)
    found: list[Plant] = []
    while len(found) < count and any(families):
        for (template, _), parameters in zip(TABLES[slug].families, families, strict=True):
            if parameters:
                found.append(Plant(slug, template.format(parameters.pop())))
    return found[:count]


def rarer(problem: Problem, count: int, seed: int) -> list[Plant]:
    """Return bugs that need two things at once, and show in 1 to 3 of 800 other inputs."""
    rng = random.Random(f"{problem.slug} {seed}")
    families = TABLES[problem.slug].families
    pool = [
        list(sights(problem.slug, arguments))
        for number in range(SEEDS, 2 * SEEDS)
        for arguments in _drawn(problem, number)
    ]
    found: list[Plant] = []
    for _ in range(40 * count):
        pair = rng.sample(families, 2)
        parts = [f"({template.format(rng.choice(some))})" for template, some in pair]
        bug = Plant(problem.slug, " and ".join(parts))
        if len(found) < count and 1 <= bug.count_in(pool, 4) <= 3:
            found.append(bug)
    return found


def measured(problem: Problem, bugs: list[Plant]) -> list[Met]:
    """Look for each bug in the corpus, and by a live search of the usual budget."""
    corpus = _sights(problem.slug, list(_corpus(problem)))
    fresh = {
        seed: _sights(problem.slug, _drawn(problem, seed)) for seed in {bug.seed for bug in bugs}
    }
    return [Met(bug, bug.shows_in(corpus), bug.shows_in(fresh[bug.seed])) for bug in bugs]


def _sights(slug: str, inputs: list[Arguments]) -> list[dict[str, Any]]:
    return [seen for arguments in inputs for seen in sights(slug, arguments)]


def _corpus(problem: Problem) -> Iterator[Arguments]:
    """Yield the inputs of a corpus, but for long ones: they cost too much to look into."""
    strategies = problem.strategies()
    listed = [*(dict(sample.arguments) for sample in problem.samples), *strategies.edges()]
    known = frozenset(map(canonical_json, listed))
    yield from listed
    yield from strategies.draw(count=GENERATED, seed=SEED, known=known)
    for size, arguments in strategies.scales():
        if size <= SMALL and len(canonical_json(arguments)) < SMALL_BYTES:
            yield arguments


def _drawn(problem: Problem, seed: int) -> list[Arguments]:
    return problem.strategies().draw(count=EXAMPLES, seed=seed)
