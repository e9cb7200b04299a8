"""The application: the routes over the dispatcher, the queue, the store and the workers."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from fastapi import FastAPI

from judge import __version__, measurement
from judge.errors import HostError
from judge.pipeline import run as run_submission
from judge.practice import History
from judge.problems import CachedCatalog, catalog_of
from judge.service.access.access import Access, Address
from judge.service.access.callers import Callers
from judge.service.access.errors import add_error_handlers
from judge.service.access.login_codes import LoginCodes
from judge.service.access.methods import Methods
from judge.service.access.page_sessions import PageSessions
from judge.service.access.rate_limits import RateLimits
from judge.service.histories.given_drafts import GivenDrafts
from judge.service.histories.practised import Practised
from judge.service.histories.readings import Readings
from judge.service.presentation.marks import Marks
from judge.service.presentation.report_text import PLAIN, Writing
from judge.service.process.activity import Activity, Watched
from judge.service.process.connections import MOST_CONNECTIONS
from judge.service.process.openapi import complete_openapi
from judge.service.routes.drafts import DraftRoutes
from judge.service.routes.health import HealthRoutes
from judge.service.routes.help import HelpRoutes
from judge.service.routes.logins import LoginRoutes, server_facts
from judge.service.routes.page import PageRoutes
from judge.service.routes.practice import PracticeRoutes
from judge.service.routes.problems import ProblemRoutes
from judge.service.routes.rejudgings import RejudgingRoutes
from judge.service.routes.reports import ReportRoutes
from judge.service.routes.results import ResultRoutes
from judge.service.routes.rounds import RoundRoutes
from judge.service.routes.runs import RunRoutes
from judge.service.routes.shell import Shell
from judge.service.routes.submissions import SubmissionRoutes
from judge.service.settings import ServiceSettings
from judge.service.submissions.dispatcher import Dispatcher
from judge.service.submissions.ladders import Ladders
from judge.service.submissions.rounds import Bench, Rounds
from judge.service.submissions.runs import Run, Runs
from judge.service.submissions.views import Views
from judge.service.workers.metrics import Metrics
from judge.service.workers.pool import WorkerPool
from judge.settings import Settings
from judge.storage import (
    Database,
    Depth,
    Drafts,
    Histories,
    Queue,
    Rejudgings,
    Spending,
    Submissions,
    Tokens,
)
from judge.tracing import NO_TRACER, Tracer

log = logging.getLogger("judge.http")

TIDY_SECONDS = 60.0


@dataclass(frozen=True)
class Parts:
    """What a service is made of.

    `token` is the local token. `prove` raises `HostError` when nothing can be judged here.
    `connections` is how many clients may be connected at once, and `history` the local owner's,
    None where they keep none.
    """

    database: Database
    queue: Queue
    workers: WorkerPool
    address: Address
    token: str
    prove: Callable[[], None] = lambda: None
    run: Run = run_submission
    bench: Bench = measurement.bench
    connections: int = MOST_CONNECTIONS
    writing: Writing = PLAIN
    history: History | None = None
    tracer: Tracer = NO_TRACER


def create_app(settings: Settings, service: ServiceSettings, parts: Parts) -> FastAPI:
    """Return the service of these parts; its lifespan starts and drains the workers."""
    submissions = Submissions(parts.database, keep=service.keep_sources)
    queue, workers = parts.queue, parts.workers
    limits = RateLimits(service, submissions, Spending(parts.database))
    metrics = Metrics(workers)
    catalog = CachedCatalog(catalog_of(settings))
    marks = Marks(catalog, parts.writing.mark)
    practised = Practised(
        catalog,
        submissions,
        Histories(parts.database),
        parts.history,
        service.keep_sources,
        service.hidden,
    )
    dispatcher = Dispatcher(submissions, queue, workers, limits, metrics, service, marks, practised)
    dispatcher.tracer = parts.tracer
    runs = Runs(parts.run, settings)
    readings = Readings()
    drafts = Drafts(parts.database)
    given = GivenDrafts(catalog, practised, drafts)
    rounds = Rounds(catalog, practised, dispatcher, runs, settings, given, parts.bench)
    _add_depth(metrics, queue)
    activity = Activity()
    words = "Requests with a token that are not answered yet."
    metrics.gauge("judge_requests_under_way", words, activity.under_way)
    app = _bare_app(_lifespan(dispatcher, runs, service, parts))
    health = HealthRoutes(dispatcher, workers, queue, metrics, parts.prove)
    app.state.dispatcher, app.state.runs, app.state.health = dispatcher, runs, health
    app.state.connections, app.state.activity = parts.connections, activity
    views = Views(catalog, dispatcher, parts.writing)
    callers = Callers(parts.token, Tokens(parts.database))
    sessions, codes = PageSessions(parts.token, parts.address.port), LoginCodes()
    app.state.login_codes = codes
    for routes in (
        ProblemRoutes(catalog, practised),
        HelpRoutes(catalog, practised, limits, Ladders(practised, submissions, dispatcher)),
        PracticeRoutes(practised, dispatcher, readings),
        RoundRoutes(catalog, rounds, runs, limits, readings, service.hidden),
        SubmissionRoutes(catalog, dispatcher, views),
        ReportRoutes(catalog, dispatcher, runs, limits, views),
        RunRoutes(catalog, runs, limits, service.hidden, views, practised),
        LoginRoutes(callers, sessions, codes, server_facts(settings, service)),
        PageRoutes(Shell()),
        DraftRoutes(catalog, drafts, given),
        ResultRoutes(parts.database, readings),
        RejudgingRoutes(catalog, Rejudgings(parts.database, queue), workers, limits),
        health,
    ):
        app.include_router(routes.router())
    add_error_handlers(app)
    complete_openapi(app, sessions.cookie_name)
    # Inside the other: what is refused is no activity.
    app.add_middleware(Watched, activity=activity)
    app.add_middleware(
        Access,
        address=parts.address,
        callers=callers,
        sessions=sessions,
        limits=limits,
        metrics=metrics,
        connections=parts.connections,
        methods=Methods(lambda: app.routes),
    )
    return app


def _add_depth(metrics: Metrics, queue: Queue) -> None:
    def depth(which: Callable[[Depth], int]) -> Callable[[], float]:
        def look_up() -> float:
            try:
                return which(queue.depth())
            except HostError:
                return float("nan")

        return look_up

    metrics.gauge("judge_queue_depth", "Submissions that wait.", depth(lambda now: now.waiting))
    metrics.gauge("judge_leased", "Submissions with a worker.", depth(lambda now: now.leased))


Lifespan = Callable[[FastAPI], contextlib.AbstractAsyncContextManager[None]]


def _bare_app(lifespan: Lifespan) -> FastAPI:
    return FastAPI(
        title="judge",
        version=__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )


def _lifespan(
    dispatcher: Dispatcher, runs: Runs, service: ServiceSettings, parts: Parts
) -> Lifespan:
    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        dispatcher.open(alone=not parts.database.shared)
        tidying = asyncio.create_task(_tidy(dispatcher))
        try:
            yield
        finally:
            dispatcher.stop()
            tidying.cancel()
            await asyncio.to_thread(parts.workers.drain, float(service.drain_seconds))
            await runs.runner.close()

    return lifespan


async def _tidy(dispatcher: Dispatcher) -> None:
    while True:
        try:
            await dispatcher.tidy()
        except HostError as error:
            log.error("tidying failed, and is tried again: %s", error)
        await asyncio.sleep(TIDY_SECONDS)
