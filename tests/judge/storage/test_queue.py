from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from judge.storage.lease_queue import LeaseQueue
from judge.storage.queue import BACKGROUND_SHARE, LOCAL_OWNER, Depth, Lease, Queue
from judge.storage.records import Urgency
from tests.judge.storage.memory_queue import MemoryQueue
from tests.judge.storage.rows import Clock, opened

pytestmark = pytest.mark.usefixtures("each_store")

NOW, LATER = Urgency.INTERACTIVE, Urgency.BACKGROUND


@pytest.fixture(params=[LeaseQueue, MemoryQueue])
def queue(tmp_path: Path, clock: Clock, request: pytest.FixtureRequest) -> Iterator[Queue]:
    """Every implementation: the service relies on nothing else."""
    if request.param is MemoryQueue:
        yield MemoryQueue(clock)
        return
    database = opened(tmp_path)
    yield LeaseQueue(database, clock)
    database.close()


@pytest.fixture(params=[LeaseQueue, MemoryQueue])
def shared(tmp_path: Path, clock: Clock, request: pytest.FixtureRequest) -> Iterator[Queue]:
    """The same, where one owner may hold two leases."""
    if request.param is MemoryQueue:
        yield MemoryQueue(clock, share=2)
        return
    database = opened(tmp_path)
    yield LeaseQueue(database, clock, share=2)
    database.close()


def leased(queue: Queue, worker: str = "w", seconds: float = 10) -> Lease:
    lease = queue.lease(worker, seconds)
    assert lease is not None
    return lease


def served(queue: Queue, count: int) -> list[str]:
    """Return the ids of so many leases, each done at once."""
    found = []
    for _ in range(count):
        lease = leased(queue)
        assert queue.ack(lease)
        found.append(lease.id)
    return found


def test_what_is_leased_is_not_given_to_another(queue: Queue) -> None:
    """Until the lease runs out, and then it is."""
    queue.put("a", "ann", NOW)
    queue.put("a", "ann", NOW)
    assert leased(queue).id == "a"
    assert queue.lease("other", 10) is None


def test_a_lease_that_ran_out_belongs_to_the_next_one(queue: Queue, clock: Clock) -> None:
    """The worker that was too slow can neither keep, return nor finish it."""
    queue.put("a", "ann", NOW)
    old = leased(queue)
    clock.now += 11
    new = leased(queue, "other")
    assert (new.id, new.attempt, new.deaths) == ("a", 2, 0)
    assert not any((queue.extend(old, 10), queue.nak(old), queue.ack(old), queue.dead(old)))
    assert queue.ack(new)
    assert queue.lease("w", 10) is None


def test_a_lease_lives_as_long_as_it_is_extended(queue: Queue, clock: Clock) -> None:
    """A long judging is not given away under a worker that says it is alive."""
    queue.put("a", "ann", NOW)
    lease = leased(queue)
    for _ in range(5):
        clock.now += 9
        assert queue.extend(lease, 10)
    assert queue.lease("other", 10) is None


def test_a_dead_workers_leases_come_back_at_once_and_its_death_is_counted(
    queue: Queue,
) -> None:
    """Two deaths of one submission are how poison is known; another's lease is left alone."""
    queue.put("a", "ann", NOW)
    queue.put("b", "ann", NOW)
    assert leased(queue, "dying").id == "a"
    assert leased(queue, "living").id == "b"
    assert queue.bury("dying") == ["a"]
    assert leased(queue).deaths == 1
    assert queue.lease("w", 10) is None


def test_a_new_server_takes_all_leases_back_and_blames_nobody(queue: Queue) -> None:
    """After a crash of the server its workers are gone too."""
    queue.put("a", "ann", NOW)
    old = leased(queue)
    assert queue.give_back_all() == ["a"]
    again = leased(queue)
    assert (again.attempt, again.deaths) == (2, 0)
    assert not queue.ack(old)


def test_owners_take_turns(queue: Queue) -> None:
    """Whoever hands in a hundred at once does not make the others wait for a hundred."""
    for number in range(6):
        queue.put(f"a{number}", "ann", NOW)
    queue.put("b0", "bob", NOW)
    queue.put("c0", "cleo", NOW)
    assert served(queue, 4) == ["a0", "b0", "c0", "a1"]
    queue.put("b1", "bob", NOW)
    assert served(queue, 2) == ["b1", "a2"]


def test_the_local_owner_comes_first(queue: Queue) -> None:
    """Whose host this is does not wait for guests; what he sends to the background still does."""
    queue.put("later", LOCAL_OWNER, LATER)
    for number in range(3):
        queue.put(f"a{number}", "ann", NOW)
    queue.put("mine0", LOCAL_OWNER, NOW)
    queue.put("mine1", LOCAL_OWNER, NOW)
    assert served(queue, 4) == ["mine0", "mine1", "a0", "a1"]


def test_who_waits_is_told_how_many_are_ahead(queue: Queue) -> None:
    """Of those who are as urgent; the local owner looks at his own alone."""
    for id_, owner, urgency in (
        ("first", "ann", NOW),
        ("later", "ann", LATER),
        ("a1", "ann", NOW),
        ("b1", "bob", NOW),
        ("mine0", LOCAL_OWNER, NOW),
        ("mine1", LOCAL_OWNER, NOW),
    ):
        queue.put(id_, owner, urgency)
    ids = ("first", "a1", "b1", "mine0", "mine1", "later", "nobody")
    assert [queue.ahead(id_) for id_ in ids] == [0, 1, 2, 0, 1, 5, 0]
    mine = leased(queue)
    assert [queue.ahead(id_) for id_ in ("mine0", "mine1", "later")] == [0, 0, 4]
    assert queue.ack(mine)


def test_an_owner_holds_no_more_leases_than_its_share(shared: Queue, clock: Clock) -> None:
    """A worker is left for the others; one that is done, or lost, makes room for the next."""
    for number in range(5):
        shared.put(f"a{number}", "ann", NOW)
        shared.put(f"mine{number}", LOCAL_OWNER, LATER)
    first, second = leased(shared, seconds=10), leased(shared, seconds=100)
    assert (first.id, second.id) == ("a0", "a1")
    assert leased(shared, seconds=100).id == "mine0"
    shared.put("b0", "bob", NOW)
    assert leased(shared, seconds=100).id == "b0"
    assert shared.ack(second)
    assert leased(shared, seconds=100).id == "mine1"  # the fifth lease looks at background work
    assert leased(shared, seconds=100).id == "a2"
    assert leased(shared, seconds=100).id == "mine2"
    clock.now += 11
    assert leased(shared).id == "a0"


def test_who_waits_goes_before_background_work_which_still_gets_its_share(
    queue: Queue,
) -> None:
    """A rejudge of a thousand is hardly felt, and comes to its end."""
    for number in range(20):
        queue.put(f"later{number}", "ann", LATER)
        queue.put(f"now{number}", "bob", NOW)
    first = served(queue, 20)
    background = [one for one in first if one.startswith("later")]
    assert len(background) == 20 // BACKGROUND_SHARE
    assert not first[0].startswith("later")


def test_many_are_put_and_dropped_in_one_step(queue: Queue) -> None:
    """In their order, behind who waits already; none at all is fine too."""
    queue.put("b", "ann", NOW)
    queue.put_all(["a", "b", "c"], "ann", NOW)
    queue.put_all([], "ann", NOW)
    assert served(queue, 2) == ["b", "a"]
    lease = leased(queue)
    queue.drop_all(["c", "d"])
    assert not queue.ack(lease)
    queue.drop_all([])
    assert queue.ids() == set()


def test_what_is_dropped_is_gone_for_its_worker_too(queue: Queue) -> None:
    """A cancelled submission's worker learns it when it extends."""
    queue.put("a", "ann", NOW)
    lease = leased(queue)
    queue.drop("a")
    assert not queue.extend(lease, 10)
    assert queue.depth() == Depth(waiting=0, leased=0)


def test_all_ids_are_known_until_they_are_done(queue: Queue) -> None:
    """Whether they wait or are leased: what a row's id is compared with after a crash."""
    for id_ in ("a", "b", "c"):
        queue.put(id_, "ann", NOW)
    done, held = leased(queue), leased(queue)
    assert queue.ids() == {"a", "b", "c"}
    assert queue.ack(done)
    assert queue.ids() == {"b", "c"}
    assert queue.nak(held)
    assert queue.depth() == Depth(waiting=2, leased=0)


def test_workers_that_ask_together_never_get_the_same(queue: Queue) -> None:
    """Every id is leased once, however many threads ask."""
    for number in range(40):
        queue.put(str(number), f"owner {number % 3}", NOW)
    assert queue.depth() == Depth(waiting=40, leased=0)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda worker: queue.lease(str(worker), 10), range(48)))
    ids = [lease.id for lease in found if lease is not None]
    assert sorted(ids, key=int) == [str(number) for number in range(40)]
    assert queue.depth() == Depth(waiting=0, leased=40)
