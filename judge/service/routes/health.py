"""`/healthz`, `/readyz` and `/metrics`: for watchdogs and scrapers."""

import asyncio
import logging
import time
from collections.abc import Callable

from fastapi import APIRouter, Request
from fastapi.responses import Response

from judge.errors import HostError
from judge.service.access.callers import caller_of
from judge.service.access.errors import RETRY_AFTER, AsciiJSON, Responses, error_shapes
from judge.service.schemas.submissions import Health
from judge.service.submissions.dispatcher import Dispatcher
from judge.service.workers.metrics import MEDIA_TYPE, Metrics
from judge.service.workers.pool import WorkerPool
from judge.storage import Queue, Scope

log = logging.getLogger("judge.http")

#: A proof of the sandbox starts a process, so it is believed for a while.
PROOF_SECONDS = 30.0


class HealthRoutes:
    """`/healthz` and `/readyz` need no token; `/metrics` needs one that may read them."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        workers: WorkerPool,
        queue: Queue,
        metrics: Metrics,
        prove: Callable[[], None],
    ) -> None:
        self._dispatcher = dispatcher
        self._workers = workers
        self._queue = queue
        self._metrics = metrics
        self._prove = prove
        self._proven_until = 0.0
        self._able = 0.0
        self._lock = asyncio.Lock()
        metrics.gauge("judge_ready", "1 when submissions can be judged here.", lambda: self._able)

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(tags=["health"])
        add = router.add_api_route
        # A Host or Origin that is not this server's is refused here too.
        other = error_shapes(403)
        add(
            "/healthz",
            self.healthy,
            operation_id="healthy",
            response_model=Health,
            responses=other,
        )
        add(
            "/readyz",
            self.ready,
            operation_id="ready",
            response_model=Health,
            responses={**other, 503: {"model": Health, "headers": RETRY_AFTER}},
        )
        figures: Responses = {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}
        add(
            "/metrics",
            self.figures,
            operation_id="figures",
            response_class=Response,
            responses={**figures, **error_shapes(401, 403, 429, 503)},
        )
        return router

    async def healthy(self) -> Response:
        """Say that the process answers."""
        return _health("ok", 200)

    async def ready(self) -> Response:
        """Say whether submissions are taken and can be judged here and now."""
        if self._dispatcher.stopping:
            return _health("stopping", 503)
        lack = await self._lack()
        return _health("ready", 200) if lack is None else _health("not ready", 503, lack)

    async def _lack(self) -> str | None:
        """Return why nothing can be judged here now; None when it can."""
        if self._workers.alive() == 0:
            return "no worker is there"
        if self._workers.able() == 0:
            return "no worker moves, or this host could not judge what they judged last"
        try:
            await asyncio.to_thread(self._queue.depth)
            async with self._lock:
                if time.monotonic() > self._proven_until:
                    await asyncio.to_thread(self._prove)
                    self._proven_until = time.monotonic() + PROOF_SECONDS
        except HostError as error:
            log.error("not ready: %s", error)
            return "the store or the sandbox fails; the log says why"
        return None

    async def figures(self, request: Request) -> Response:
        """Give the figures in the text that Prometheus reads."""
        caller_of(request.scope, Scope.METRICS)
        # A scraper that never asks /readyz must not read an old state, or none.
        self._able = float(not self._dispatcher.stopping and await self._lack() is None)
        text = await asyncio.to_thread(self._metrics.text)
        return Response(text, headers={"Content-Type": MEDIA_TYPE})


def _health(status: str, code: int, reason: str | None = None) -> Response:
    found = Health.model_validate({"status": status, "reason": reason})
    again = {"Retry-After": "5"} if code == 503 else None
    return AsciiJSON(found.model_dump(exclude_none=True), code, headers=again)
