"""Inputs of `coin-change`: a few coins and an amount, and what makes them valid."""

import random
from collections.abc import Iterator
from typing import Any

from _shared.inputs import different
from hypothesis import strategies as st

Arguments = dict[str, Any]

MOST_COINS = 12
MAX_COIN = 2**31 - 1
MAX_AMOUNT = 10_000
SIZES = (1, MAX_AMOUNT // 10)


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, and the boundaries."""
    yield from different(_edges())


def generated() -> st.SearchStrategy[Arguments]:
    """Draw coins of every kind, and an amount that is often a sum of them or close to one."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield the largest amounts, with many coins, with one, and with ones that do not fit."""
    for amount in (1_000, MAX_AMOUNT):
        yield amount, {"coins": list(range(1, MOST_COINS + 1)), "amount": amount}
    yield MAX_AMOUNT, {"coins": [1], "amount": MAX_AMOUNT}
    yield MAX_AMOUNT, {"coins": [2], "amount": MAX_AMOUNT - 1}
    yield MAX_AMOUNT, {"coins": [1, 2, 5], "amount": MAX_AMOUNT}
    yield MAX_AMOUNT, {"coins": [2 * coin for coin in range(12, 0, -1)], "amount": MAX_AMOUNT - 1}
    yield MAX_AMOUNT, {"coins": list(range(411, 423)), "amount": 9_864}
    yield MAX_AMOUNT, {"coins": [186, 419, 83, 408], "amount": 6_249}
    yield MAX_AMOUNT, {"coins": [MAX_COIN, 3, 10_001, 7, 3], "amount": MAX_AMOUNT}


def sized(n: int, rng: random.Random) -> Arguments:
    """Return the amount 10 n and twelve coins that are small beside it."""
    return {"coins": [rng.randint(1, 1 + n // 5) for _ in range(MOST_COINS)], "amount": 10 * n}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"coins", "amount"}:
        return "the arguments must be exactly coins and amount"
    coins, amount = arguments["coins"], arguments["amount"]
    if not isinstance(coins, list) or not 1 <= len(coins) <= MOST_COINS:
        return f"coins must be a list of 1 to {MOST_COINS} numbers"
    if any(type(coin) is not int or not 1 <= coin <= MAX_COIN for coin in coins):
        return f"each coin must be an integer from 1 to {MAX_COIN}"
    if type(amount) is not int or not 0 <= amount <= MAX_AMOUNT:
        return f"amount must be an integer from 0 to {MAX_AMOUNT}"
    return None


def _edges() -> Iterator[Arguments]:
    for coins in ([1], [2], [7], [1, 1], [2, 3], [3, 2], [1, 2, 5], [5, 2, 1], [4, 1, 3], [6, 4]):
        yield from ({"coins": coins, "amount": amount} for amount in range(12))
    for coins, amounts in (
        ([2, 5, 10, 1], (27, 18, 99)),
        ([1, 5, 10, 25], (30, 63, 41)),
        ([1, 5, 12, 25], (16, 24, 36)),
        ([3, 7, 405, 436], (88, 11, 841)),
        ([9, 6, 5, 1], (11, 13)),
        ([10, 7, 1], (14, 21)),
        ([8, 5], (7, 11, 27, 28)),
        ([5, 5, 5], (5, 15, 16)),
        ([MAX_COIN], (0, 1, 2)),
        ([MAX_COIN, 1], (0, 2)),
        ([MAX_COIN - 1, 2, MAX_COIN], (3, 4)),
        ([10_000], (0, 9_999, 10_000)),
        ([10_001, 100], (100, 9_999, 10_000)),
        ([4_999, 5_001, 7], (10_000, 9_998, 5_006)),
        ([10, 25, 15], (40, 45, 65)),
        ([1, 2, 3, 4], (12,)),
        ([40, 31, 22, 17, 13, 9, 8, 7, 6, 4], (75, 2)),
    ):
        yield from ({"coins": coins, "amount": amount} for amount in amounts)
    rng = random.Random(20261130)
    for amount in range(12, 132):  # a mistake may show at one amount only
        yield {"coins": rng.sample(range(2, 14), 1 + amount % 4), "amount": amount}
    for count in range(1, MOST_COINS + 1):  # or at one number of coins, or of equal ones
        few = rng.sample(range(2, 30), count)
        yield from ({"coins": few, "amount": amount} for amount in (53, 90, few[-1], few[0]))
        yield {"coins": [3] * count, "amount": 21}
    for answer in range(1, 41):  # or at one answer
        yield {"coins": [9, 7], "amount": 9 * answer}
        yield {"coins": [2, 9 * answer], "amount": 2 * answer - 1}
    for amount in (127, 128, 255, 256, 257, 499, 500, 511, 512, 999, 1_000, 1_001, 1_023, 1_024):
        yield {"coins": [amount // 3, amount // 5, 7, 11], "amount": amount}


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    largest = draw(st.sampled_from((12, 5, 30, 200)))
    smallest = draw(st.sampled_from((2, 1, largest // 2)))
    coins = draw(st.lists(st.integers(smallest, largest), min_size=1, max_size=5))
    if draw(st.integers(0, 4)) == 4:
        more = st.sampled_from((1, MAX_COIN, 10_000, *coins))
        coins = draw(st.permutations(coins + draw(st.lists(more, max_size=MOST_COINS - 5))))
    amount = draw(st.integers(0, 100))
    if draw(st.booleans()):
        fitting = st.sampled_from([coin for coin in coins if coin <= largest] or [1])
        amount = sum(draw(st.lists(fitting, max_size=12))) + draw(st.sampled_from((0, 0, 1)))
    return {"coins": coins, "amount": amount}
