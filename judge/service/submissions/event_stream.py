"""Server-sent events: what happens to one submission, as it happens.

A stream sends the newest state, not every event: progress adds up, so a slow or returning reader
misses nothing, and nothing is kept for it. An event's id is ATTEMPT-SERIAL; a reader that comes
back with the last one as Last-Event-ID gets only what is newer.
"""

import asyncio
import json
import re
from collections.abc import AsyncGenerator, Callable
from typing import Any

from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event

from judge.reports import Report, read_report
from judge.service.schemas.submissions import SubmissionState
from judge.service.submissions.dispatcher import Dispatcher
from judge.service.workers.messages import KNOWN
from judge.storage import Row, Status

#: Makes the view of a submission's report.
Draw = Callable[[Row, Report | None], dict[str, Any] | None]
KEEPALIVE_SECONDS = 15.0
#: Events of one submission are sent at most this often.
PAUSE_SECONDS = 0.05
#: A stream ends after this; its reader comes back with Last-Event-ID.
LONGEST_SECONDS = 1_800.0

#: The id of the last event.
END = "end"
#: What a new reader has seen; the first event's id is 0-0.
NOTHING = (-1, -1)
_ID = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


def parse_event_id(last_event_id: str) -> tuple[int, int]:
    """Return the attempt and serial number of an id; `NOTHING` for any other text."""
    found = _ID.fullmatch(last_event_id)
    return (int(found[1]), int(found[2])) if found is not None else NOTHING


async def stream_events(
    dispatcher: Dispatcher, row: Row, seen: tuple[int, int], draw: Draw | None = None
) -> AsyncGenerator[bytes, None]:
    """Yield the events of a submission that are newer than `seen`, as bytes of the stream.

    The last is `report`, or `cancelled`. To what has a report `draw` adds its view.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + LONGEST_SECONDS
    if row.status is Status.QUEUED and seen == NOTHING:
        ahead = await dispatcher.ahead(row)
        yield _message("queued", "0-0", {"id": row.id, "problem": row.problem, "ahead": ahead})
    with dispatcher.watching(row.id, steps=True) as event:
        looked = 0.0
        while loop.time() < end:
            event.clear()
            for one in dispatcher.progress(row.id).since(seen):
                data = await _known(row, one.data, draw) if one.name == KNOWN else one.data
                yield _message(one.name, f"{one.attempt}-{one.serial}", data)
                seen = (one.attempt, one.serial)
            # While events come it is not over; only silence and the last one ask the row.
            if not dispatcher.progress(row.id).running or loop.time() - looked > KEEPALIVE_SECONDS:
                looked = loop.time()
                row = await dispatcher.find(row.id, row.owner) or row
                if row.status.over:
                    yield await _last(row, await dispatcher.state(row), draw)
                    return
            if dispatcher.stopping:
                return
            try:
                await asyncio.wait_for(event.wait(), KEEPALIVE_SECONDS)
                await asyncio.sleep(PAUSE_SECONDS)
            except TimeoutError:
                yield KEEPALIVE_COMMENT


async def _known(row: Row, data: dict[str, Any], draw: Draw | None) -> dict[str, Any]:
    """Return the state of a submission that is measured yet, with its first report."""
    state = {**SubmissionState.of(row, None).document(), "status": Status.RUNNING, **data}
    if draw is not None:
        state["view"] = await asyncio.to_thread(draw, row, read_report(data["report"]))
    return state


async def _last(row: Row, state: SubmissionState, draw: Draw | None) -> bytes:
    name = "report" if row.status is Status.DONE else "cancelled"
    if draw is not None:
        view = await asyncio.to_thread(draw, row, state.report)
        state = state.model_copy(update={"view": view})
    return _message(name, END, state.document())


def _message(name: str, id_: str, data: dict[str, Any]) -> bytes:
    return format_sse_event(data_str=json.dumps(data), event=name, id=id_)
