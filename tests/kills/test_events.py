"""Nothing is lost, doubled, overwritten or blamed on anybody, whatever happens to a host.

The events of a site come at random moments, while submissions do. Each site gets over one before
the next; how long that takes is in the table that `--log-cli-level=INFO` shows.
"""

import logging
import random
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.kills.load import SOURCES, Load, Taken
from tests.kills.sites import Site, clustered, embedded
from tests.kills.tally import Tally
from tests.waiting import until

log = logging.getLogger("tests.kills")

pytestmark = [pytest.mark.needs("full", "root")]

ON_CLUSTER = pytest.mark.needs("own postgres", "nats", "veth")
#: What comes a fifth as often as the others: it costs up to a minute.
RARE = "the queue is emptied by hand"
#: A guard: what is not over by then is lost.
MOST_SECONDS = 600.0
#: What half of all recoveries take at most, on a machine that has nothing else to do.
MEDIAN_SECONDS = 15.0


def schedule(events: list[str], chance: random.Random) -> Iterator[str]:
    """Yield names without an end, each as often as the others but for the rare one."""
    for number in cycle(range(5)):
        some = [name for name in events if name != RARE or number == 4]
        chance.shuffle(some)
        yield from some


def strike(site: Site, load: Load, name: str, tally: Tally) -> None:
    """Have an event happen, and wait until the site has got over it."""
    line = tally.lines[name]
    before, began = load.open(), time.monotonic()
    site.events[name]()
    # What came meanwhile may have been struck too, and must not be struck twice.
    struck = load.open()
    try:
        until(lambda: all(one.done_at is not None for one in struck), MOST_SECONDS)
        until(lambda: _recovered(load, before, began) is not None, MOST_SECONDS)
    except AssertionError:
        line.lost += sum(one.done_at is None for one in (*before, *struck))
        raise
    recovered = _recovered(load, before, began)
    assert recovered is not None
    line.recoveries.append(recovered - began)
    tally.judge(load, name)
    log.info("%s: %.1f s; %d faults so far", name, line.recoveries[-1], tally.faults())


def _recovered(load: Load, before: list[Taken], began: float) -> float | None:
    """Return when all that was open was done, and the first that came after the blow."""
    after = next((one for one in load.taken() if one.at > began), None)
    if after is None:
        return None
    times = [one.done_at for one in (*before, after)]
    known = [one for one in times if one is not None]
    return max(known) if len(known) == len(times) else None


def happen(site: Site, names: list[str], chance: random.Random, tally: Tally) -> None:
    """Have these events happen, one after the other, at random moments."""
    load = Load(site)
    try:
        until(lambda: load.kinds_done() == SOURCES.keys(), MOST_SECONDS)
        tally.calm(load)
        for name in names:
            time.sleep(chance.uniform(0.05, 0.9))
            strike(site, load, name, tally)
        load.stop_handing_in()
        until(lambda: load.open() == [], MOST_SECONDS)
        tally.judge(load, names[-1])
    finally:
        load.stop()
    until(lambda: site.rows("SELECT count(*) FROM job") == [(0,)], MOST_SECONDS)
    keyed = site.rows("SELECT count(*) FROM submission WHERE idempotency_key IS NOT NULL")
    # The answer to the last one may have been lost.
    tally.lines[names[-1]].doubled += max(0, keyed[0][0] - load.handed_in - 1)
    assert keyed[0][0] >= load.handed_in


def gets_over(site: Site, names: list[str], chance: random.Random) -> float:
    """Have events happen; nothing may be wrong afterwards, and nobody left over.

    Returns the median of the recoveries, in seconds.
    """
    tally = Tally()
    try:
        happen(site, names, chance, tally)
    finally:
        log.info("%s\n\n%s", type(site).__name__, tally.table())
    site.stop()
    until(lambda: site.left_over() == [], MOST_SECONDS)
    assert tally.faults() == 0, tally.table()
    return tally.median()


def test_one_machine_gets_over_a_few_events(tmp_path: Path) -> None:
    """A sample; what only kills is tried elsewhere too."""
    chance = random.Random(1)
    names = ["all is killed at once", "the disk of the store is full", "the clock is an hour ahead"]
    with embedded(tmp_path, 2, chance) as site:
        gets_over(site, names, chance)


@ON_CLUSTER
def test_a_cluster_gets_over_a_few_events(tmp_path: Path) -> None:
    """A sample of what one machine cannot meet."""
    chance = random.Random(2)
    names = [
        "PostgreSQL is killed",
        "a machine's network is cut",
        "messages come that are not ours",
    ]
    with clustered(tmp_path, 2, chance) as site:
        gets_over(site, names, chance)


@pytest.mark.slow
def test_one_machine_gets_over_two_hundred_events(tmp_path: Path) -> None:
    """With the leases that hosts have."""
    chance = random.Random(3)
    with embedded(tmp_path, 10, chance) as site:
        names = list(islice(schedule(list(site.events), chance), 200))
        assert gets_over(site, names, chance) <= MEDIAN_SECONDS


@pytest.mark.slow
@ON_CLUSTER
def test_a_cluster_gets_over_two_hundred_events(tmp_path: Path) -> None:
    """Likewise."""
    chance = random.Random(4)
    with clustered(tmp_path, 10, chance) as site:
        names = list(islice(schedule(list(site.events), chance), 200))
        assert gets_over(site, names, chance) <= MEDIAN_SECONDS
