"""Server-sent events: what happens to one submission, told as it happens.

A stream tells the newest state, not every event: progress adds up, so a slow reader or one that
comes back misses nothing, and nothing is kept for it. An event's id is ATTEMPT-SERIAL; whoever
comes back with the last one as Last-Event-ID is told only what is newer.
"""

import asyncio
import json
import re
from collections.abc import AsyncGenerator
from typing import Any

from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event

from judge.service.dispatcher import Desk
from judge.service.schemas import SubmissionState, state_of
from judge.service.settings import Hidden
from judge.storage import Row, Status

KEEPALIVE_SECONDS = 15.0
#: Steps of one submission are told at most this often.
REST_SECONDS = 0.05
#: A stream ends after this; its reader comes back with Last-Event-ID.
LONGEST_SECONDS = 1_800.0

#: The id of the last event: nothing comes after it.
END = "end"
#: Of a reader that has seen no event; the first one's id is 0-0.
NOTHING = (-1, -1)
_ID = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


def seen_before(last_event_id: str) -> tuple[int, int]:
    """Return the attempt and serial number that a reader has seen; nothing where it is no id."""
    found = _ID.fullmatch(last_event_id)
    return (int(found[1]), int(found[2])) if found is not None else NOTHING


async def told(
    desk: Desk, row: Row, hidden: Hidden, seen: tuple[int, int]
) -> AsyncGenerator[bytes, None]:
    """Yield the events of a submission; the last is `report`, or `cancelled`."""
    loop = asyncio.get_running_loop()
    end = loop.time() + LONGEST_SECONDS
    if row.status is Status.QUEUED and seen == NOTHING:
        yield _message("queued", "0-0", {"id": row.id, "problem": row.problem})
    with desk.watching(row.id, steps=True) as event:
        looked = 0.0
        while loop.time() < end:
            event.clear()
            for one in desk.progress(row.id).since(seen):
                yield _message(one.name, f"{one.attempt}-{one.serial}", one.data)
                seen = (one.attempt, one.serial)
            # A step tells that it is not over; only silence and the last word ask the row.
            if not desk.progress(row.id).running or loop.time() - looked > KEEPALIVE_SECONDS:
                looked = loop.time()
                row = await desk.find(row.id, row.owner) or row
                if row.status.over:
                    yield _last(row, await state_of(desk, row, hidden))
                    return
            if desk.stopping:
                return
            try:
                await asyncio.wait_for(event.wait(), KEEPALIVE_SECONDS)
                await asyncio.sleep(REST_SECONDS)
            except TimeoutError:
                yield KEEPALIVE_COMMENT


def _last(row: Row, state: SubmissionState) -> bytes:
    name = "report" if row.status is Status.DONE else "cancelled"
    return _message(name, END, state.model_dump(mode="json"))


def _message(name: str, id_: str, data: dict[str, Any]) -> bytes:
    return format_sse_event(data_str=json.dumps(data), event=name, id=id_)
