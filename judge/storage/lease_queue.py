"""The queue that needs nothing beside the judge: a lease table in the store's own file.

Whose turn it is: those who wait in person before background work, except that every
`BACKGROUND_SHARE`th lease looks at background work first; among these the owner who was served
longest ago; of the owner's own the oldest.
"""

import secrets
import time
from collections.abc import Callable

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Update,
    delete,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects.sqlite import insert as insert_or

from judge.storage.database import Database
from judge.storage.queue import Lease
from judge.storage.records import Urgency
from judge.storage.tables import JOB, TURN

#: Every so many leases background work goes first, so that it never starves.
BACKGROUND_SHARE = 5


class EmbeddedQueue:
    """The lease table. Every method raises `StoreError` when the file fails."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def put(self, id_: str, owner: str, urgency: Urgency) -> None:
        values = {
            "id": id_, "owner": owner, "urgency": urgency.rank, "attempts": 0, "deaths": 0,
        }  # fmt: skip
        with self._database.write() as connection:
            connection.execute(insert_or(JOB).values(values).on_conflict_do_nothing())

    def lease(self, worker: str, seconds: float) -> Lease | None:
        now = self._clock()
        # Looked at first: asking for nothing should not make others wait for a transaction.
        with self._database.read() as connection:
            if connection.execute(select(JOB.c.id).where(_free(now)).limit(1)).first() is None:
                return None
        with self._database.write() as connection:
            chosen = self._chosen(connection, now)
            if chosen is None:
                return None
            change = update(JOB).where(JOB.c.id == chosen).values(
                lease=secrets.token_hex(16), lease_until=now + seconds, worker=worker,
                attempts=JOB.c.attempts + 1,
            )  # fmt: skip
            columns = (JOB.c.id, JOB.c.lease, JOB.c.attempts, JOB.c.deaths)
            id_, token, attempt, deaths = connection.execute(change.returning(*columns)).one()
        return Lease(id_, token, attempt, deaths)

    def _chosen(self, connection: Connection, now: float) -> str | None:
        """Return the id whose turn it is, and note that its owner was served."""
        served = connection.execute(select(func.coalesce(func.max(TURN.c.served), 0))).scalar_one()
        turn = int(served) + 1
        first = JOB.c.urgency.desc() if turn % BACKGROUND_SHARE == 0 else JOB.c.urgency
        query = (
            select(JOB.c.id, JOB.c.owner)
            .outerjoin(TURN, TURN.c.owner == JOB.c.owner)
            .where(_free(now))
            .order_by(first, func.coalesce(TURN.c.served, 0), JOB.c.serial)
            .limit(1)
        )
        found = connection.execute(query).first()
        if found is None:
            return None
        note = insert_or(TURN).values(owner=found.owner, served=turn)
        connection.execute(note.on_conflict_do_update(["owner"], set_={"served": turn}))
        return str(found.id)

    def extend(self, lease: Lease, seconds: float) -> bool:
        return self._change(lease, update(JOB).values(lease_until=self._clock() + seconds))

    def ack(self, lease: Lease) -> bool:
        return self._change(lease, delete(JOB))

    def nak(self, lease: Lease) -> bool:
        return self._change(lease, update(JOB).values(lease=None, lease_until=None, worker=None))

    def dead(self, lease: Lease) -> bool:
        # Its report says what happened; there is no second place for it.
        return self.ack(lease)

    def _change(self, lease: Lease, change: Update | Delete) -> bool:
        held = change.where(JOB.c.id == lease.id, JOB.c.lease == lease.token)
        with self._database.write() as connection:
            return connection.execute(held).rowcount == 1

    def drop(self, id_: str) -> None:
        """Take out an id whoever works on it: it was cancelled."""
        with self._database.write() as connection:
            connection.execute(delete(JOB).where(JOB.c.id == id_))

    def bury(self, worker: str) -> list[str]:
        """Give back what a dead worker held, count its death, and return those ids."""
        return self._give_back(JOB.c.worker == worker, deaths=1)

    def give_back_all(self) -> list[str]:
        """Give back every lease: the server that gave them is gone, and none is counted."""
        return self._give_back(true(), deaths=0)

    def _give_back(self, whose: ColumnElement[bool], deaths: int) -> list[str]:
        free = {
            "lease": None, "lease_until": None, "worker": None, "deaths": JOB.c.deaths + deaths,
        }  # fmt: skip
        change = update(JOB).where(whose, JOB.c.lease.is_not(None)).values(free)
        with self._database.write() as connection:
            return [str(one) for one in connection.execute(change.returning(JOB.c.id)).scalars()]

    def depth(self) -> dict[str, int]:
        """Return how many wait and how many are leased."""
        now = self._clock()
        every = select(func.count()).select_from(JOB)
        with self._database.read() as connection:
            waiting = int(connection.execute(every.where(_free(now))).scalar_one())
            total = int(connection.execute(every).scalar_one())
        return {"waiting": waiting, "leased": total - waiting}


def _free(now: float) -> ColumnElement[bool]:
    return or_(JOB.c.lease.is_(None), JOB.c.lease_until < now)
