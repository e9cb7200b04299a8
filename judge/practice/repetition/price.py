"""What a hint or the editorial costs in the schedule, told when it is opened. Pure.

The schedule itself is computed from events (`review`); this says its rule in words.
"""

from collections.abc import Sequence
from datetime import datetime

from judge.practice.event import Event
from judge.practice.evidence.days import day_of, local_day
from judge.practice.past import past_of
from judge.practice.repetition.review import MANY_HINTS

FREE = "It is solved already, so that costs nothing in the schedule."
EDITORIAL = "the problem then counts as not known today, and comes back soon"


def hint_price(before: Sequence[Event], new: Sequence[int], count: int, now: datetime) -> str:
    """Return the price of the day as a sentence.

    `before` are the events of the problem, `new` the numbers of the hints of `count` that are just
    opened; `now` is aware, in the local time zone. Empty where none is opened.
    """
    past = past_of(before)
    if not new:
        return ""
    if past.solved:
        return FREE
    today = local_day(now.replace(tzinfo=None), 0)
    of_today = [one for one in before if one.kind == "hint" and day_of(one) == today]
    opened, left = len(of_today) + len(new), count - len(past.hints | {*new})
    if count in past.hints | {*new}:
        return "In the schedule today counts as Again: the last hint is open."
    if opened >= MANY_HINTS:
        return "In the schedule today counts as Hard at best; with the last hint, as Again."
    more = "Again" if left == 1 else "Hard"
    return f"In the schedule today counts as Good at best; with one hint more, as {more}."
