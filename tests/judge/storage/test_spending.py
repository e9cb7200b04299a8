"""What owners may spend in a stretch of time, whoever of several servers counts it."""

from pathlib import Path

import pytest

from judge.storage.database import Database
from judge.storage.spending import Bound, Grant, Spending
from judge.storage.tables import SPENT
from tests.judge.storage.rows import Clock, opened

pytestmark = pytest.mark.usefixtures("each_store")

WORK = Bound("work", 3, 60.0)
DAY = Bound("submissions", 3, 86_400.0)


@pytest.fixture
def spending(database: Database, clock: Clock) -> Spending:
    return Spending(database, clock)


def test_two_servers_have_one_bound(spending: Spending, clock: Clock, tmp_path: Path) -> None:
    """Each stretch has so much, and no more when another server is asked; owners are apart."""
    database = opened(tmp_path)
    other = Spending(database, clock)
    assert [one.spend("ann", WORK).count for one in (spending, other, spending)] == [1, 1, 1]
    assert other.spend("ann", WORK) == spending.spend("ann", WORK) == Grant(0, 60.0)
    assert other.spend("bob", WORK).count == 1
    assert other.spend("ann", DAY).count == 1
    database.close()


def test_what_was_spent_comes_back_as_time_passes(spending: Spending, clock: Clock) -> None:
    """One after the other, exactly a stretch later; what is refused is not spent."""
    for _ in range(3):
        assert spending.spend("ann", WORK).count == 1
        clock.now += 10
    assert spending.spend("ann", WORK) == Grant(0, 30.0)
    clock.now += 29
    assert spending.spend("ann", WORK) == Grant(0, 1.0)
    clock.now += 1
    assert spending.spend("ann", WORK).count == 1
    assert spending.spend("ann", WORK) == Grant(0, 10.0)


def test_as_much_is_granted_as_there_is(spending: Spending, clock: Clock) -> None:
    """A server that asks for many at once gets what is left."""
    assert spending.spend("ann", WORK, 2) == Grant(2)
    clock.now += 10
    assert spending.spend("ann", WORK, 2) == Grant(1)
    assert spending.spend("ann", WORK, 2) == Grant(0, 50.0)


def test_a_bound_that_was_lowered_holds(spending: Spending, clock: Clock) -> None:
    """It is waited until so much has come back that there is some."""
    for _ in range(3):
        spending.spend("ann", WORK)
        clock.now += 10
    assert spending.spend("ann", Bound("work", 1, 60.0)) == Grant(0, 50.0)


def test_a_clock_that_is_put_back_shuts_nobody_out(spending: Spending, clock: Clock) -> None:
    """The clock of PostgreSQL's machine is the time of day."""
    for _ in range(3):
        spending.spend("ann", WORK)
    clock.now -= 3_600
    assert spending.spend("ann", WORK).count == 1


def test_what_came_before_is_noted_once(spending: Spending, clock: Clock) -> None:
    """By whichever server is asked first; what is past is nothing."""
    spending.spend("ann", WORK)
    clock.now += 60
    spending.fill("ann", WORK, [50.0, 10.0])
    spending.fill("ann", WORK, [50.0, 10.0])
    assert [spending.spend("ann", WORK).count for _ in range(2)] == [1, 0]
    assert spending.spend("ann", WORK) == Grant(0, 10.0)


def test_what_a_bound_does_not_look_back_to_is_deleted(
    spending: Spending, database: Database, clock: Clock
) -> None:
    """Of owners that never come again, too."""
    spending.spend("ann", WORK)
    clock.now += 30
    spending.spend("ann", WORK)
    spending.spend("ann", DAY)
    clock.now += 30
    spending.forget(WORK)
    with database.read() as connection:
        rows = connection.execute(SPENT.select().order_by(SPENT.c.serial)).all()
    assert [(row.what, row.at) for row in rows] == [
        ("work", clock.now - 30),
        ("submissions", clock.now - 30),
    ]
    spending.begin_anew()
    assert spending.spend("ann", WORK, 3).count == 3


def test_it_goes_by_the_clock_of_leases(database: Database) -> None:
    """Which every process that shares the store reads alike."""
    found = [Spending(database).spend("ann", WORK) for _ in range(4)]
    assert [one.count for one in found] == [1, 1, 1, 0]
    assert 50 < found[3].seconds <= 60
