"""Server-sent events: what happens to one submission, told as it happens.

A stream tells the newest state, not every event: progress adds up, so a slow reader or one that
comes back misses nothing, and nothing is kept for it.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Any

from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event

from judge.events import (
    CaseJudged,
    CorpusBuilding,
    CorpusVerdict,
    Event,
    Finished,
    Searching,
    Shrinking,
    Started,
)
from judge.frontends.desk import Status, Ticket
from judge.frontends.resources import SubmissionState

LOOK_SECONDS = 0.05
KEEPALIVE_SECONDS = 15

NAMES: dict[type[Event], str] = {
    CorpusBuilding: "building",
    Started: "started",
    CaseJudged: "case",
    CorpusVerdict: "verdict",
    Searching: "searching",
    Shrinking: "shrinking",
    Finished: "finished",
}


def stream(ticket: Ticket) -> StreamingResponse:
    """Return the events of a submission; the last is `report`, or `cancelled`."""
    return StreamingResponse(_told(ticket), media_type="text/event-stream")


async def _told(ticket: Ticket) -> AsyncIterator[bytes]:
    if ticket.status is Status.QUEUED:
        yield _message("queued", 0, {"id": ticket.id, "problem": ticket.problem})
    last, quiet = 0, 0.0
    while not ticket.work.future.done():
        for serial, event in ticket.progress.since(last):
            yield _message(NAMES[type(event)], serial, asdict(event))
            last, quiet = serial, 0.0
        if quiet > KEEPALIVE_SECONDS:
            yield KEEPALIVE_COMMENT
            quiet = 0.0
        await asyncio.sleep(LOOK_SECONDS)
        quiet += LOOK_SECONDS
    for serial, event in ticket.progress.since(last):
        yield _message(NAMES[type(event)], serial, asdict(event))
        last = serial
    state = SubmissionState.of(ticket)
    name = "report" if state.status is Status.DONE else "cancelled"
    yield _message(name, last + 1, state.model_dump(mode="json"))


def _message(name: str, serial: int, data: dict[str, Any]) -> bytes:
    return format_sse_event(data_str=json.dumps(data), event=name, id=str(serial))
