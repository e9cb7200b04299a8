"""A queue that needs no broker: a table of leases in the store itself."""

import secrets
from collections.abc import Callable, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Update,
    and_,
    delete,
    func,
    not_,
    or_,
    select,
    true,
    update,
)

from judge.storage.database import Database, Moment
from judge.storage.queue import BACKGROUND_SHARE, LOCAL_OWNER, Depth, Lease
from judge.storage.records import Urgency
from judge.storage.tables import JOB, TURN


class LeaseQueue:
    """A `Queue` in the store. Every method raises `StoreError` when the store fails.

    `share` is the most leases that one owner holds; None is no bound. The clock is the store's own
    (`Database.now`) unless another is given.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], Moment] | None = None,
        share: int | None = None,
    ) -> None:
        self._database = database
        self._clock = clock or database.now
        self._share = share

    def put(self, id_: str, owner: str, urgency: Urgency, attempts: int = 0) -> None:
        self._put([id_], owner, urgency, attempts)

    def put_all(self, ids: Sequence[str], owner: str, urgency: Urgency) -> None:
        if ids:
            self._put(ids, owner, urgency, 0)

    def _put(self, ids: Sequence[str], owner: str, urgency: Urgency, attempts: int) -> None:
        values = {"owner": owner, "urgency": urgency.rank, "attempts": attempts, "deaths": 0}
        put = self._database.insert(JOB).on_conflict_do_nothing()
        with self._database.write() as connection:
            connection.execute(put, [{"id": id_, **values} for id_ in ids])

    def lease(self, worker: str, seconds: float) -> Lease | None:
        now = self._clock()
        # Read first: a worker that finds nothing must not hold up those who write.
        with self._database.read() as connection:
            if connection.execute(select(JOB.c.id).where(self._next(now)).limit(1)).first() is None:
                return None
        with self._database.write("the turn") as connection:
            chosen = self._chosen(connection, now)
            if chosen is None:
                return None
            values = {
                "lease": secrets.token_hex(16),
                "lease_until": now + seconds,
                "worker": worker,
                "attempts": JOB.c.attempts + 1,
            }
            change = update(JOB).where(JOB.c.id == chosen).values(values)
            columns = (JOB.c.id, JOB.c.lease, JOB.c.attempts, JOB.c.deaths)
            id_, token, attempt, deaths = connection.execute(change.returning(*columns)).one()
        return Lease(id_, token, attempt, deaths)

    def _chosen(self, connection: Connection, now: Moment) -> str | None:
        """Return the id whose turn it is, and record that its owner was served."""
        served = connection.execute(select(func.coalesce(func.max(TURN.c.served), 0))).scalar_one()
        turn = int(served) + 1
        first = JOB.c.urgency.desc() if turn % BACKGROUND_SHARE == 0 else JOB.c.urgency
        query = (
            select(JOB.c.id, JOB.c.owner)
            .outerjoin(TURN, TURN.c.owner == JOB.c.owner)
            .where(self._next(now))
            .order_by(
                first, JOB.c.owner != LOCAL_OWNER, func.coalesce(TURN.c.served, 0), JOB.c.serial
            )
            .limit(1)
        )
        found = connection.execute(query).first()
        if found is None:
            return None
        note = self._database.insert(TURN).values(owner=found.owner, served=turn)
        connection.execute(
            note.on_conflict_do_update(index_elements=["owner"], set_={"served": turn})
        )
        return str(found.id)

    def _next(self, now: Moment) -> ColumnElement[bool]:
        """Return what is so of an id that may be leased."""
        if self._share is None:
            return _free(now)
        busy = (
            select(JOB.c.owner)
            .where(not_(_free(now)), JOB.c.owner != LOCAL_OWNER)
            .group_by(JOB.c.owner)
            .having(func.count() >= self._share)
        )
        return and_(_free(now), JOB.c.owner.not_in(busy))

    def extend(self, lease: Lease, seconds: float) -> bool:
        return self._change(lease, update(JOB).values(lease_until=self._clock() + seconds))

    def ack(self, lease: Lease) -> bool:
        return self._change(lease, delete(JOB))

    def nak(self, lease: Lease) -> bool:
        return self._change(lease, update(JOB).values(lease=None, lease_until=None, worker=None))

    def dead(self, lease: Lease) -> bool:
        # Its report says what happened; it is kept nowhere else.
        return self.ack(lease)

    def _change(self, lease: Lease, change: Update | Delete) -> bool:
        held = change.where(JOB.c.id == lease.id, JOB.c.lease == lease.token)
        with self._database.write() as connection:
            return connection.execute(held).rowcount == 1

    def drop(self, id_: str) -> None:
        self.drop_all([id_])

    def drop_all(self, ids: Sequence[str]) -> None:
        with self._database.write() as connection:
            connection.execute(delete(JOB).where(JOB.c.id.in_(ids)))

    def bury(self, worker: str) -> list[str]:
        return self._give_back(JOB.c.worker == worker, deaths=1)

    def give_back_all(self) -> list[str]:
        return self._give_back(true(), deaths=0)

    def _give_back(self, whose: ColumnElement[bool], deaths: int) -> list[str]:
        free = {
            "lease": None,
            "lease_until": None,
            "worker": None,
            "deaths": JOB.c.deaths + deaths,
        }
        change = update(JOB).where(whose, JOB.c.lease.is_not(None)).values(free)
        with self._database.write() as connection:
            return [str(one) for one in connection.execute(change.returning(JOB.c.id)).scalars()]

    def ahead(self, id_: str) -> int:
        mine = JOB.alias()
        first = or_(
            JOB.c.urgency < mine.c.urgency,
            and_(JOB.c.urgency == mine.c.urgency, JOB.c.serial < mine.c.serial),
        )
        # The local owner's come before those of others, whenever they came.
        if_local = or_(mine.c.owner != LOCAL_OWNER, JOB.c.owner == LOCAL_OWNER)
        query = (
            select(func.count())
            .select_from(JOB.join(mine, mine.c.id == id_))
            .where(_free(self._clock()), mine.c.lease.is_(None), first, if_local)
        )
        with self._database.read() as connection:
            return int(connection.execute(query).scalar_one())

    def depth(self) -> Depth:
        now = self._clock()
        every = select(func.count()).select_from(JOB)
        with self._database.read() as connection:
            waiting = int(connection.execute(every.where(_free(now))).scalar_one())
            total = int(connection.execute(every).scalar_one())
        return Depth(waiting, total - waiting)

    def ids(self) -> set[str]:
        with self._database.read() as connection:
            return {str(one) for one in connection.execute(select(JOB.c.id)).scalars()}


def _free(now: Moment) -> ColumnElement[bool]:
    return or_(JOB.c.lease.is_(None), JOB.c.lease_until < now)
