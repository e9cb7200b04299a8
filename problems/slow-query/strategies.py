"""Inputs of `slow-query`: users, their orders, and the items of these."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from types import NoneType
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Row = list[Any]
Column = tuple[Any, ...]

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
PRICES = (199, 990, 2490, 14_900)
USERS, ORDERS, ITEMS = 20_000, 200_000, 400_000
LAST_DAY, DAYS = datetime(2026, 7, 15), 730  # noqa: DTZ001 - times here have no zone


def edges() -> Iterator[Arguments]:
    """Yield the smallest database of every well-known mistake, and empty tables."""
    yield _tables([], [], [])
    yield _tables([[1, "Ann", "SE"]], [], [])
    yield _tables([[1, "Ann", "SE"]], [[1, 1, INSIDE[0], "paid"]], [])
    for time in (*INSIDE, *OUTSIDE):
        yield _one("SE", time, "paid")
    for country in COUNTRIES[1:]:
        yield _one(country, INSIDE[0], "paid")
    for status in STATUSES[1:]:
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
        [number, f"{rng.choice(NAMES)} {rng.randint(1, 99)}", _country(rng)]
        for number in range(1, USERS + 1)
    ]
    # Rows lie in the order in which they came in, which changes no number of steps.
    times = sorted(_time(rng) for _ in range(ORDERS))
    orders = [
        [number, rng.randint(1, USERS), time, _status(rng)] for number, time in enumerate(times, 1)
    ]
    items = []
    for order in sorted(rng.choices(range(1, ORDERS + 1), k=ITEMS)):
        product = rng.randint(1, len(PRICES))
        items.append([order, product, 1 + product % 3, PRICES[product - 1]])
    yield ORDERS, _tables(users, orders, items)


def _country(rng: random.Random) -> str | None:
    if rng.random() < 0.04:
        return "SE"
    return rng.choice(("NO", "DK", "FI", "DE", "NL", "PL", "FR", None))


def _status(rng: random.Random) -> str | None:
    return "paid" if rng.random() < 0.7 else rng.choice(("open", "refunded", None))


def _time(rng: random.Random) -> str:
    """Return a full hour: the tests must be small on disk."""
    return (LAST_DAY - timedelta(hours=rng.randrange(DAYS * 24))).isoformat(" ")


def validate(arguments: Arguments) -> str | None:
    """Return why a database is outside the constraints, or None."""
    if set(arguments) != {"users", "orders", "items"}:
        return "the tables are users, orders and items"
    users = _columns(arguments["users"], 3, USERS)
    orders = _columns(arguments["orders"], 4, ORDERS)
    items = _columns(arguments["items"], 4, ITEMS)
    if users is None or orders is None or items is None:
        most = f"at most {USERS:,} users, {ORDERS:,} orders and {ITEMS:,} items"
        return f"a table is a list of rows of three values (users) or four; {most}"
    return (
        _users_reason(users) or _orders_reason(orders, users[0]) or _items_reason(items, orders[0])
    )


def _columns(rows: Any, width: int, most: int) -> list[Column] | None:
    """Return the columns of a table; None if it is no table of that width."""
    if not isinstance(rows, list) or len(rows) > most:
        return None
    if not all(isinstance(row, list) and len(row) == width for row in rows):
        return None
    return list(zip(*rows, strict=True)) or [()] * width


def _users_reason(users: list[Column]) -> str | None:
    ids, names, countries = users
    if not _are_ids(ids) or len(set(ids)) != len(ids):
        return "the ids of users are different integers from 1 on"
    if not _are_texts(names, (str,)) or "" in names:
        return "a name has 1 to 20 characters"
    return None if _are_texts(countries, (str, NoneType)) else "a country is a text or null"


def _orders_reason(orders: list[Column], users: Column) -> str | None:
    ids, buyers, times, statuses = orders
    if not _are_ids(ids) or len(set(ids)) != len(ids):
        return "the ids of orders are different integers from 1 on"
    if not _are_ids(buyers) or not set(buyers) <= set(users):
        return "an order has no user"
    if not _are_texts(times, (str,)) or not all(map(_is_time, set(times))):
        return "created_at is a time, YYYY-MM-DD hh:mm:ss"
    return None if _are_texts(statuses, (str, NoneType)) else "a status is a text or null"


def _items_reason(items: list[Column], orders: Column) -> str | None:
    if not all(map(_are_ids, items)) or max(map(max, filter(None, items[1:])), default=0) > 10**6:
        return "the values of an item are integers from 1 to 1,000,000"
    return None if set(items[0]) <= set(orders) else "an item has no order"


def _are_ids(values: Column) -> bool:
    return set(map(type, values)) <= {int} and (
        not values or 1 <= min(values) <= max(values) < 2**31
    )


def _are_texts(values: Column, kinds: tuple[type, ...]) -> bool:
    """Whether all values are of these types, and texts short and such as SQLite can hold."""
    if not set(map(type, values)) <= set(kinds):
        return False
    return all(value is None or (len(value) <= 20 and _is_plain(value)) for value in set(values))


def _is_plain(text: str) -> bool:
    """Whether a text can be written in UTF-8, and does not end early for SQLite."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def _is_time(text: str) -> bool:
    if len(text) != 19 or text[10] != " ":
        return False
    try:
        return datetime.fromisoformat(text).isoformat(" ") == text
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
