"""The limits of a token: one bound, however many servers there are and however they count."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from judge.service.access.rate_limits import REQUESTS_PER_MINUTE, Purses, RateLimitError, RateLimits
from judge.storage.database import Database
from judge.storage.spending import Bound, Spending
from judge.storage.submissions import Submissions
from judge.testing import FakeJudge
from tests import postgres
from tests.judge.service.apps import SERVICE, SOURCE, client_of
from tests.judge.service.test_promises import bearer
from tests.judge.storage.rows import Clock, opened

BOUND = Bound("requests", 100, 60.0)


@pytest.mark.needs("postgres")
def test_two_servers_share_the_rate_and_the_quota_of_a_token(
    tmp_path: Path, fake: FakeJudge
) -> None:
    """Whoever is asked, the fourth is refused; another token has its own."""
    for bound in ({"rate_per_minute": 3}, {"quota_per_day": 3}):
        with postgres.standing_for(tmp_path):
            service = replace(SERVICE, **bound)  # type: ignore[arg-type]  # mypy takes the first field's type for all
            ann, bob = bearer(tmp_path, "ann"), bearer(tmp_path, "bob")
            with (
                client_of(tmp_path, fake, service=service) as one,
                client_of(tmp_path, fake, service=service, there=False) as other,
            ):
                asked = [
                    client.post("/v1/submissions", json=SOURCE, headers=ann).status_code
                    for client in (one, other, one, other, one)
                ]
                assert asked == [202, 202, 202, 429, 429]
                assert other.post("/v1/submissions", json=SOURCE, headers=bob).status_code == 202


@pytest.fixture
def store(tmp_path: Path) -> Database:
    return opened(tmp_path)


def test_most_requests_do_not_ask_the_store(store: Database) -> None:
    """Purses grow as they are used up, to a twentieth; nobody gets more than the bound."""
    clock, steady = Clock(), Clock()
    purses = Purses(Spending(store, clock), BOUND, steady)
    paid = filled = 0
    while True:
        if purses.pay("ann"):
            paid += 1
            continue
        grant = purses.fill("ann")
        if grant.count == 0:
            break
        filled += 1
    assert paid + filled == BOUND.most
    assert filled < BOUND.most / 4
    assert grant.seconds == 60.0
    store.close()


def test_whoever_is_refused_is_so_without_the_store(store: Database) -> None:
    """To ask it is to hold the one lock of all who write, and the refused ask the most."""
    clock, steady = Clock(), Clock()
    spending = Spending(store, clock)
    purses = Purses(spending, BOUND, steady)
    assert spending.spend("ann", BOUND, BOUND.most).count == BOUND.most
    assert purses.fill("ann").count == 0
    assert purses.shut_seconds("ann") == 60.0
    assert purses.shut_seconds("bob") == 0.0
    steady.now += 60
    clock.now += 60
    assert purses.shut_seconds("ann") == 0.0
    assert purses.fill("ann").count == 1
    store.close()


def test_a_refused_request_waits_for_nobody_who_writes(store: Database, tmp_path: Path) -> None:
    """Another connection holds the lock of the store, and the answer comes all the same."""
    limits = RateLimits(SERVICE, Submissions(store), Spending(store))
    assert Spending(store).spend("ann", Bound("requests", REQUESTS_PER_MINUTE, 60.0), 9_999).count
    refused = pytest.raises(RateLimitError, match="1200 requests a minute")
    with refused:
        asyncio.run(limits.request("ann"))
    with opened(tmp_path).write(), refused:
        asyncio.run(limits.request("ann"))
    store.close()


def test_what_is_left_in_a_purse_is_void_a_stretch_later(store: Database) -> None:
    """It was granted in another one."""
    clock, steady = Clock(), Clock()
    purses = Purses(Spending(store, clock), BOUND, steady)
    assert [purses.fill("ann").count for _ in range(3)] == [1, 2, 4]
    assert purses.pay("ann")
    steady.now += 60
    assert not purses.pay("ann")
    assert purses.fill("ann").count == 1, "and small again"
    store.close()


def test_a_token_makes_so_many_requests_a_minute(store: Database) -> None:
    """Counted by two servers, it is a twentieth less at most that each has left in a purse."""
    limits = [RateLimits(SERVICE, Submissions(store), Spending(store)) for _ in range(2)]
    asyncio.run(_asked(limits, REQUESTS_PER_MINUTE // 2 - REQUESTS_PER_MINUTE // 20))
    with pytest.raises(RateLimitError, match="1200 requests a minute"):
        asyncio.run(_asked(limits, REQUESTS_PER_MINUTE // 10))
    store.close()


async def _asked(limits: list[RateLimits], times: int) -> None:
    for _ in range(times):
        for one in limits:
            await one.request("ann")
