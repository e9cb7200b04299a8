"""What owners have spent of what they may have in a stretch of time, by all servers together."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    String,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal,
    not_,
    select,
)

from judge.records import dataclass
from judge.storage.database import Database, Moment
from judge.storage.tables import SPENT

#: What is so far ahead of the clock was spent before that was put back.
ASTRAY_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Bound:
    """At most so much in any stretch of so many seconds. `what` names it in the store."""

    what: str
    most: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Grant:
    """How much was granted. Where that is nothing: the seconds until there is some."""

    count: int
    seconds: float = 0.0


class Spending:
    """What is spent, in the store. Every method raises `StoreError` when that fails.

    The clock is that of leases, which nobody sets (`Database.now`), unless another is given. What a
    power cut undoes was not spent, so nothing here waits for a disk.
    """

    def __init__(self, database: Database, clock: Callable[[], Moment] | None = None) -> None:
        self._database = database.hasty()
        self._clock = clock or database.now
        now = self._clock()
        # Built once: to build a statement takes longer than to execute it.
        self._words = _Words(bindparam("now", type_=Float) if isinstance(now, float) else now)

    def spend(self, owner: str, bound: Bound, count: int = 1) -> Grant:
        """Spend so much, or as much as there is left of it."""
        asked = self._asked(owner, bound) | {"most": bound.most, "wanted": count}
        with self._database.write(f"{bound.what} of {owner}") as connection:
            granted = connection.execute(self._words.grant, asked).scalar_one_or_none()
            if granted is not None:
                return Grant(granted)
            spent = connection.execute(self._words.spent, asked).all()
        return Grant(0, bound.seconds - _age(spent, bound.most))

    def fill(self, owner: str, bound: Bound, ages: Iterable[float]) -> None:
        """Note what was spent so many seconds ago, unless something is noted already."""
        asked = self._asked(owner, bound)
        rows = [asked | {"age": age} for age in ages]
        with self._database.write(f"{bound.what} of {owner}") as connection:
            if rows and connection.execute(self._words.spent, asked).first() is None:
                connection.execute(self._words.note, rows)

    def begin_anew(self) -> None:
        """Forget all: a single machine's clock begins anew with it, and moments are by that."""
        with self._database.write() as connection:
            connection.execute(delete(SPENT))

    def forget(self, bound: Bound) -> None:
        """Delete what a bound looks back to no more, of all owners."""
        with self._database.write() as connection:
            connection.execute(self._words.forget, self._asked("", bound))

    def _asked(self, owner: str, bound: Bound) -> dict[str, Any]:
        now = self._clock()
        moment = {"now": now} if isinstance(now, float) else {}
        return {"whose": owner, "which": bound.what, "stretch": bound.seconds, **moment}


class _Words:
    """The statements, which name their values; `now` is one of these or what the database reads."""

    def __init__(self, now: ColumnElement[float]) -> None:
        kept, stretch = SPENT.c, bindparam("stretch", type_=Float)
        whose, which = bindparam("whose", type_=String), bindparam("which", type_=String)
        # What seems to come was spent before the clock was put back.
        lasts = and_(kept.at > now - stretch, kept.at <= now + ASTRAY_SECONDS)
        mine = and_(kept.owner == whose, kept.what == which, lasts)
        columns = [kept.owner.name, kept.what.name, kept.at.name, kept.count.name]

        total = select(func.coalesce(func.sum(kept.count), 0).label("total")).where(mine).subquery()
        left = bindparam("most", type_=Integer) - total.c.total
        wanted = bindparam("wanted", type_=Integer)
        granted = case((left < wanted, left), else_=wanted)
        row = select(whose, which, now, granted).where(left > 0)
        self.grant = insert(SPENT).from_select(columns, row).returning(kept.count)
        self.spent = select((now - kept.at).label("age"), kept.count).where(mine).order_by(kept.at)
        past = select(whose, which, now - bindparam("age", type_=Float), literal(1))
        self.note = insert(SPENT).from_select(columns, past)
        self.forget = delete(SPENT).where(kept.what == which, not_(lasts))


def _age(spent: Sequence[tuple[float, int]], most: int) -> float:
    """Return how long ago that was spent which has to come back, of what begins with the oldest."""
    over = sum(count for _, count in spent) - most + 1
    for age, count in spent:
        over -= count
        if over <= 0:
            return age
    return 0.0
