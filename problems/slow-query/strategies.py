"""Inputs of `slow-query`: users, their orders, and the items of these."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Row = list[Any]

START, END = "2026-05-31 12:00:00", "2026-06-30 12:00:00"
INSIDE = (
    "2026-05-31 12:00:01",
    "2026-05-31 23:59:59",
    "2026-06-01 00:00:00",
    END,
    "2026-06-15 08:30:00",
    "2026-06-30 00:00:00",
)
OUTSIDE = (
    START,
    "2026-05-31 11:59:59",
    "2026-05-31 00:00:00",
    "2026-06-30 12:00:01",
    "2026-06-30 23:59:59",
    "2026-07-01 00:00:00",
    "2025-06-15 08:30:00",
    "2027-06-15 08:30:00",
    "2024-06-30 13:00:00",
)
COUNTRIES = ("SE", "NO", "DK", None)
STATUSES = ("paid", "open", "refunded", None)
NAMES = ("Ann", "Bo", "ann", "Åsa", "Cai", "Zoe")
USERS, ORDERS, ITEMS = 20_000, 200_000, 400_000
LAST_DAY, DAYS = datetime(2026, 7, 15), 730  # noqa: DTZ001 - times here have no zone


def edges() -> Iterator[Arguments]:
    """Yield the smallest database of every well-known mistake, and empty tables."""
    yield _tables([], [], [])
    yield _tables([[1, "Ann", "SE"]], [], [])
    yield _tables([[1, "Ann", "SE"]], [[1, 1, INSIDE[0], "paid"]], [])
    for time in (*INSIDE, *OUTSIDE):
        yield _one("SE", time, "paid")
    for country in COUNTRIES:
        yield _one(country, INSIDE[0], "paid")
    for status in STATUSES:
        yield _one("SE", INSIDE[0], status)
    yield _one("SE", INSIDE[0], "paid", items=[[1, 1, 3, 7]])
    yield _one("SE", INSIDE[0], "paid", items=[[1, 1, 1, 5], [1, 1, 1, 5]])
    yield _one("SE", INSIDE[0], "paid", items=[[1, 1, 1, 6], [1, 2, 2, 3], [1, 2, 3, 2]])
    yield _spent([("Ann", 5), ("Ann", 5)])
    yield _spent([("Ann", 5), ("Ann", 7)])
    yield _spent([("Bo", 5), ("Ann", 5)])
    yield _spent([("Ann", 5), ("Bo", 5)])
    yield _spent([("ann", 5), ("Bo", 5)])
    yield _spent([("Zoe", 5), ("Åsa", 5), ("ann", 5)])
    yield _spent([("Ann", 5), ("Bo", 7)])
    yield _spent([("Ann", 9), ("Bo", 10)])
    yield _spent([(chr(ord("A") + n), 5) for n in range(11)])
    yield _spent([(chr(ord("K") - n), 5) for n in range(11)])
    yield _spent([(chr(ord("A") + n), n + 1) for n in range(12)])
    yield _spent([("Ann", 5)] * 11)
    yield _tables(
        [[7, "Ann", "SE"], [3, "Bo", "NO"]],
        [[9, 3, INSIDE[1], "paid"], [2, 7, INSIDE[1], "paid"], [4, 7, OUTSIDE[3], "paid"]],
        [[2, 1, 1, 10], [9, 1, 1, 20], [4, 1, 1, 40], [2, 1, 1, 10]],
    )


def generated() -> st.SearchStrategy[Arguments]:
    """Draw small databases: few names and prices, so that ties are common."""
    return st.builds(
        _drawn,
        st.integers(1, 14),
        st.integers(0, 20),
        st.integers(0, 30),
        st.randoms(use_true_random=False),
        st.sampled_from((0.3, 0.7, 0.95)),
    )


def _drawn(users: int, orders: int, items: int, rng: random.Random, likely: float) -> Arguments:
    """Return a database in which each condition holds with the probability `likely`."""

    def one_of(wanted: Any, others: tuple[Any, ...]) -> Any:
        return wanted if rng.random() < likely else rng.choice(others)

    ids = rng.sample(range(1, 2 * users + 1), users)
    people = [[one, rng.choice(NAMES), one_of("SE", COUNTRIES)] for one in ids]
    numbers = rng.sample(range(1, 2 * orders + 1), orders)
    bought = [
        [
            number,
            rng.choice(ids),
            rng.choice(one_of(INSIDE, (OUTSIDE,))),
            one_of("paid", STATUSES),
        ]
        for number in numbers
    ]
    parts = [
        [rng.choice(numbers), rng.randint(1, 2), rng.randint(1, 3), rng.choice((100, 100, 250))]
        for _ in range(items if orders else 0)
    ]
    return _tables(people, bought, parts)


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield the large database of the statement; all its columns are independent."""
    rng = random.Random(20260630)
    users = [
        [number, f"{rng.choice(NAMES)} {rng.randint(1, 9000)}", _country(rng)]
        for number in range(1, USERS + 1)
    ]
    orders = [
        [number, rng.randint(1, USERS), _time(rng), _status(rng)] for number in range(1, ORDERS + 1)
    ]
    items = [
        [rng.randint(1, ORDERS), rng.randint(1, 5000), rng.randint(1, 4), rng.randint(1, 300) * 100]
        for _ in range(ITEMS)
    ]
    yield ORDERS, _tables(users, orders, items)


def _country(rng: random.Random) -> str | None:
    if rng.random() < 0.04:
        return "SE"
    return rng.choice(("NO", "DK", "FI", "DE", "NL", "PL", "FR", None))


def _status(rng: random.Random) -> str | None:
    return "paid" if rng.random() < 0.7 else rng.choice(("open", "refunded", None))


def _time(rng: random.Random) -> str:
    return (LAST_DAY - timedelta(seconds=rng.randrange(DAYS * 86_400))).isoformat(" ")


def validate(arguments: Arguments) -> str | None:
    """Return why a database is outside the constraints, or None."""
    users, orders, items = (arguments[name] for name in ("users", "orders", "items"))
    if not all(isinstance(rows, list) for rows in (users, orders, items)):
        return "a table is no list of rows"
    if len(users) > USERS or len(orders) > ORDERS or len(items) > ITEMS:
        return f"at most {USERS:,} users, {ORDERS:,} orders and {ITEMS:,} items"
    reason = _users_reason(users) or _orders_reason(orders) or _items_reason(items)
    if reason is not None:
        return reason
    ids, numbers = {row[0] for row in users}, {row[0] for row in orders}
    if len(ids) != len(users) or len(numbers) != len(orders):
        return "an id occurs twice"
    if not {row[1] for row in orders} <= ids:
        return "an order has no user"
    return None if {row[0] for row in items} <= numbers else "an item has no order"


def _users_reason(users: list[Row]) -> str | None:
    for row in users:
        number, name, country = row
        if not _is_id(number) or not isinstance(name, str) or not 1 <= len(name) <= 20:
            return f"{row!r} is no user: an id from 1 on, a name of 1 to 20 characters, a country"
        if not _is_text(country) or "\0" in name:
            return f"{row!r} is no user: the country is a text or null"
    return None


def _orders_reason(orders: list[Row]) -> str | None:
    for row in orders:
        number, user, time, status = row
        if not _is_id(number) or not _is_id(user) or not _is_time(time) or not _is_text(status):
            return f"{row!r} is no order: an id, a user's id, a time, a status"
    return None


def _items_reason(items: list[Row]) -> str | None:
    for row in items:
        if len(row) != 4 or set(map(type, row)) != {int} or not 1 <= min(row) <= max(row) <= 10**6:
            return f"{row!r} is no item: four integers from 1 to 1,000,000"
    return None


def _is_id(value: Any) -> bool:
    return type(value) is int and 1 <= value < 2**31


def _is_text(value: Any) -> bool:
    return value is None or (isinstance(value, str) and len(value) <= 20 and "\0" not in value)


def _is_time(value: Any) -> bool:
    if not isinstance(value, str) or len(value) != 19 or value[10] != " ":
        return False
    try:
        return datetime.fromisoformat(value).isoformat(" ") == value
    except ValueError:
        return False


def _tables(users: list[Row], orders: list[Row], items: list[Row]) -> Arguments:
    return {"users": users, "orders": orders, "items": items}


def _one(
    country: str | None, time: str, status: str | None, items: list[Row] | None = None
) -> Arguments:
    """Return one user with one order, of one item unless others are given."""
    orders = [[1, 1, time, status]]
    return _tables([[1, "Ann", country]], orders, items or [[1, 1, 1, 100]])


def _spent(people: list[tuple[str, int]]) -> Arguments:
    """Return users of the country, each with one order of an item at this price."""
    users = [[number, name, "SE"] for number, (name, _) in enumerate(people, 1)]
    orders = [[number, number, INSIDE[4], "paid"] for number, _ in enumerate(people, 1)]
    items = [[number, 1, 1, cents] for number, (_, cents) in enumerate(people, 1)]
    return _tables(users, orders, items)
