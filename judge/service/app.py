"""The service put together: the store, the queue, the crew, and the routes before them."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass

from fastapi import FastAPI

from judge import __version__
from judge.errors import HostError
from judge.pipeline import run as run_submission
from judge.problems import Shelf, default_catalog
from judge.service.access import Access
from judge.service.dispatcher import Desk
from judge.service.errors import speak_problem_json
from judge.service.health import HealthRoutes
from judge.service.metrics import Metrics
from judge.service.openapi import describe
from judge.service.rate_limits import Allowance
from judge.service.routes import ProblemRoutes, RunRoutes, SubmissionRoutes
from judge.service.runs import Run, Runs
from judge.service.settings import Hosting
from judge.service.worker_pool import Crew
from judge.settings import Settings
from judge.storage import Database, EmbeddedQueue, Submissions, Tokens

log = logging.getLogger("judge.http")

TIDY_SECONDS = 60.0
DAY_SECONDS = 86_400.0


@dataclass(frozen=True)
class Parts:
    """What a service is made of. `prove` raises `HostError` when nothing can be judged here."""

    database: Database
    crew: Crew
    token: str
    port: int
    names: Iterable[str] = ()
    prove: Callable[[], None] = lambda: None
    run: Run = run_submission


def create_app(settings: Settings, hosting: Hosting, parts: Parts) -> FastAPI:
    """Return the service for the address 127.0.0.1:`parts.port`, and for `parts.names`."""
    submissions, queue = Submissions(parts.database), EmbeddedQueue(parts.database)
    allowance, metrics = Allowance(hosting, submissions), Metrics()
    desk = Desk(
        submissions, queue, parts.crew, allowance, metrics,
        room=hosting.room, token_room=hosting.token_room,
    )  # fmt: skip
    runs = Runs(parts.run, settings)
    shelf = Shelf(default_catalog(settings.cache_dir))
    metrics.gauge("judge_queue_depth", "Submissions that wait.", _depth(queue, "waiting"))
    metrics.gauge("judge_leased", "Submissions with a worker.", _depth(queue, "leased"))
    crew = parts.crew
    metrics.counter(
        "judge_sandbox_starts", "Programs that workers started.", lambda: crew.figures().started
    )
    metrics.gauge(
        "judge_sandboxes_ready", "Programs that wait in the workers' pools.",
        lambda: crew.figures().waiting,
    )  # fmt: skip
    app = _bare_app(_lifespan(desk, runs, hosting, parts))
    health = HealthRoutes(desk, parts.crew, queue, metrics, parts.prove)
    app.state.desk, app.state.runs, app.state.health = desk, runs, health
    for routes in (
        ProblemRoutes(shelf),
        SubmissionRoutes(shelf, desk, hosting),
        RunRoutes(shelf, runs, allowance),
        health,
    ):
        app.include_router(routes.router())
    speak_problem_json(app)
    describe(app)
    app.add_middleware(
        Access, token=parts.token, port=parts.port, names=parts.names,
        tokens=Tokens(parts.database), allowance=allowance, metrics=metrics,
    )  # fmt: skip
    return app


Lifespan = Callable[[FastAPI], contextlib.AbstractAsyncContextManager[None]]


def _bare_app(lifespan: Lifespan) -> FastAPI:
    return FastAPI(
        title="judge", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None,
        redirect_slashes=False, telemetry={"tracing": False, "metrics": False, "logs": False},
    )  # fmt: skip


def _lifespan(desk: Desk, runs: Runs, hosting: Hosting, parts: Parts) -> Lifespan:
    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        desk.open()
        tidying = asyncio.create_task(_tidy(desk, hosting))
        try:
            yield
        finally:
            desk.stop()
            tidying.cancel()
            await asyncio.to_thread(parts.crew.drain, float(hosting.drain_seconds))
            await asyncio.to_thread(runs.runner.close)

    return lifespan


async def _tidy(desk: Desk, hosting: Hosting) -> None:
    while True:
        try:
            await desk.tidy(hosting.keep_days * DAY_SECONDS)
        except HostError as error:
            log.error("tidying failed, and is tried again: %s", error)
        await asyncio.sleep(TIDY_SECONDS)


def _depth(queue: EmbeddedQueue, which: str) -> Callable[[], float]:
    def depth() -> float:
        try:
            return queue.depth()[which]
        except HostError:
            return float("nan")

    return depth
