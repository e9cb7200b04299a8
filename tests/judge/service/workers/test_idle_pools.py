"""A worker with nothing to do draws fresh inputs ahead, and only then."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from judge.errors import HostError
from judge.problems import FreshInputs, Problem, default_catalog, missing_pools
from judge.problems.cached_catalog import CachedCatalog
from judge.records import replace
from judge.service.workers import worker as worker_module
from judge.service.workers.idle_pools import IdlePools
from judge.service.workers.worker import Worker
from judge.settings import Settings
from judge.storage import LeaseQueue, NewRow, Queue, Submissions, Urgency
from judge.testing import FakeJudge
from tests.judge.service.apps import settings as settings_of
from tests.judge.service.apps import store
from tests.shared_cache import cache_in
from tests.waiting import until


@pytest.fixture
def problem() -> Problem:
    return default_catalog().get("two-sum")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(cache_in(tmp_path), tmp_path / "state", search_examples=3)


def inputs_of(problem: Problem, settings: Settings) -> list[dict[str, Any]]:
    return list(FreshInputs(problem, next(missing_pools(problem, settings))))


def test_a_pool_drawn_ahead_is_the_one_that_would_be_drawn(
    problem: Problem, settings: Settings, tmp_path: Path
) -> None:
    """So a submission meets the same inputs either way; each pool is drawn once."""
    pools = IdlePools()
    assert not pools.draw_one()
    pools.note(problem, settings)
    pools.note(problem, settings)
    first, second, *rest = missing_pools(problem, settings)
    assert pools.draw_one()
    assert pools.draw_one()
    assert [one.path for one in missing_pools(problem, settings)] == [one.path for one in rest]
    elsewhere = Settings(tmp_path / "other", tmp_path / "state", search_examples=3)
    assert first.load() == inputs_of(problem, elsewhere)
    assert second.load() != first.load()


def test_strategies_that_fail_are_left(
    problem: Problem, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log has a word, and the worker goes on to other packages."""
    monkeypatch.setattr(FreshInputs, "__iter__", failing)
    pools = IdlePools()
    pools.note(problem, settings)
    assert pools.draw_one()
    assert not pools.draw_one()


def test_a_package_is_looked_up_anew_for_each_pool(problem: Problem, settings: Settings) -> None:
    """It may have changed, or be trusted no longer: then its code runs elsewhere."""
    asked: list[str] = []

    def get(slug: str) -> Problem:
        asked.append(slug)
        return replace(problem, trusted=False) if len(asked) == 1 else replace(problem, version="2")

    pools = IdlePools()
    pools.note(problem, settings, get)
    drawn = next(pools._missing[0])
    assert not drawn._file.trusted
    assert not pools.draw_one()
    assert asked == [problem.slug] * 2


def failing(_self: FreshInputs) -> Iterator[dict[str, Any]]:
    raise HostError("no process for the strategies")


class Counted(IdlePools):
    """Counts how often it is asked to draw."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    @property
    def may_lack(self) -> bool:
        return True

    def draw_one(self) -> bool:
        self.asked += 1
        return False


def test_nothing_is_drawn_while_anything_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by this worker, nor by one that is idle beside a busy one."""
    monkeypatch.setattr(worker_module, "IDLE_SECONDS", 0.0)
    monkeypatch.setattr(worker_module, "POLL_SECONDS", 0.01)
    database = store(tmp_path)
    queue: Queue = LeaseQueue(database)
    submissions, fake, pools = Submissions(database), FakeJudge(), Counted()
    catalog, settings = CachedCatalog(default_catalog()), settings_of(tmp_path)
    new = NewRow(owner="ann", problem="lca", language="python", source=b"x")
    id_ = submissions.add(new)[0].id
    queue.put(id_, "ann", Urgency.INTERACTIVE)
    lease = queue.lease("the busy one", 60.0)
    assert lease is not None
    idle = Worker(
        "the idle one", submissions, queue, fake.judge, catalog, settings, print, pools=pools
    )
    thread = threading.Thread(target=idle.work)
    thread.start()
    try:
        time.sleep(0.2)
        assert pools.asked == 0
        queue.ack(lease)
        until(lambda: pools.asked > 0)
    finally:
        idle.control.drain()
        thread.join()
        database.close()
