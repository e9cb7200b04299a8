"""`fraud-detector`: what can be seen at each `check`, and rare bugs that hang on it."""

from collections.abc import Iterator
from typing import Any

SLUG = "fraud-detector"


def watched(calls: list[str], arguments: list[list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield, at each call that returns a value, what the conditions of the plants may name."""
    window, most, total, most_cards = arguments[0]
    past: list[tuple[str, str, int, int, list[str]]] = []
    for index, (card, device, amount, now) in enumerate(arguments[1:], 1):
        inside = [call for call in past if call[3] > now - window]
        mine = [call for call in inside if call[0] == card]
        approved = [cents for _, _, cents, _, broken in mine if not broken]
        before = [call[0] for call in inside if call[1] == device]
        cards, count, spent = len({*before, card}), len(approved), sum(approved)
        rules = {
            "amount": spent + amount > total,
            "cards": cards > most_cards,
            "spike": count >= 3 and amount * count > 3 * spent,
            "velocity": len(mine) + 1 > most,
        }
        right = [name for name, breaks in rules.items() if breaks]
        ever = [call for call in past if call[0] == card]
        ages = [now - call[3] for call in past]
        yield {
            "window": window,
            "most": most,
            "total": total,
            "most_cards": most_cards,
            "index": index,
            "card": card,
            "device": device,
            "amount": amount,
            "now": now,
            "right": right,
            "rules": "+".join(right),
            "attempts": len(mine) + 1,
            "approved": count,
            "spent": spent,
            "cards": cards,
            "declined": len(mine) - count,
            "left": total - spent - amount,
            "over_average": amount * count - 3 * spent,
            "edge": ages.count(window),
            "almost": ages.count(window - 1),
            "mine_at_edge": sum(now - call[3] == window for call in ever),
            "same": sum(call[3] == now for call in past),
            "idle": now - ever[-1][3] if ever else -1,
            "in_row": _in_row(ever),
            "seen_here": before.count(card),
            "devices": len({call[1] for call in mine} | {device}),
            "known": sum(call[0] == card for call in past),
            "live": len({call[0] for call in inside}),
            "turned": bool(past) and past[-1][0] != card,
            "moved": bool(ever) and ever[-1][1] != device,
            "gone": bool(ever) and not mine,
        }
        past.append((card, device, amount, now, right))


def _in_row(calls: list[tuple[str, str, int, int, list[str]]]) -> int:
    """Count the last calls of a card that were declined one after another."""
    declined = [bool(call[4]) for call in calls]
    return declined[::-1].index(False) if False in declined else len(declined)


PLANTS: list[tuple[str, list[object]]] = [
    ("index == {}", [*range(1, 31)]),
    ("rules == '{}'", ["amount", "cards", "spike", "velocity", "amount+cards", "amount+velocity"]),
    ("rules == 'cards+{}'", ["spike", "velocity", "spike+velocity"]),
    ("rules == 'amount+{}'", ["spike", "spike+velocity", "cards+velocity"]),
    ("rules == 'amount+cards+{}'", ["spike", "spike+velocity"]),
    ("rules == 'spike+velocity' and approved > {}", [2, 3]),
    ("attempts == {}", [*range(1, 12)]),
    ("attempts == most == {}", [*range(1, 7)]),
    ("attempts == most + 1 == {}", [*range(2, 8)]),
    ("attempts > most + {}", [1, 2, 4]),
    ("approved == {} and right", [*range(8)]),
    ("approved == {} and 'spike' in right", [*range(3, 9)]),
    ("over_average == 0 and approved == {}", [3, 4, 5, 6]),
    ("0 < over_average <= {} and approved >= 3", [1, 2, 3]),
    ("-3 < over_average < 0 and approved >= {}", [3, 4]),
    ("over_average > 0 and approved == {}", [1, 2]),
    ("left == {}", [0, -1, 1, -2]),
    ("left == 0 and approved == {}", [0, 1, 2, 3, 4]),
    ("left == -1 and approved == {}", [0, 1, 2, 3, 4]),
    ("cards == {}", [1, 2, 3, 4]),
    ("cards == most_cards == {}", [1, 2, 3]),
    ("cards == most_cards + 1 == {}", [2, 3]),
    ("'cards' in right and seen_here == {}", [0, 1, 2]),
    ("'cards' in right and devices == {}", [1, 2]),
    ("declined == {}", [*range(8)]),
    ("declined == {} and not right", [*range(1, 6)]),
    ("in_row == {} and not right", [*range(1, 6)]),
    ("edge and rules == '{}'", ["", "amount", "cards", "spike", "velocity"]),
    ("almost and rules == '{}'", ["", "amount", "cards", "spike", "velocity"]),
    ("edge == {}", [1, 2, 3, 4]),
    ("mine_at_edge and attempts == {}", [1, 2, 3, 4, 5]),
    ("mine_at_edge and same and approved >= {}", [0, 1, 2]),
    ("same == {}", [*range(9)]),
    ("idle == window - {}", [0, 1, 2]),
    ("idle > {} * window", [1, 2]),
    ("gone and known == {}", [1, 2, 3, 4, 5]),
    ("seen_here == {}", [*range(7)]),
    ("seen_here == 0 and attempts > {}", [1, 2, 3]),
    ("moved and rules == '{}'", ["", "amount", "spike", "velocity"]),
    ("turned and live == {}", [1, 2, 3, 4]),
    ("amount == {}", [1, 2, 3, 10, 11, 1_000_000_000]),
    ("spent == {}", [*range(1, 13)]),
    ("now == {}", [0, 1, 2, 5, 9, 10]),
    ("now > {} and right", [10, 100, 1_700_000_000_000]),
    ("device == card and index > {}", [0, 1, 2]),
]
