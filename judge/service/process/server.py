"""`judge serve`: the HTTP service as a process.

Opens a listening socket, the store, the file of the local token (see `local_token`), and a lock
that keeps a second server from the same store (see `server_file`).
"""

import contextlib
import logging
import os
import resource
import signal
import socket
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from judge import __version__, storage, tracing
from judge.client import RunningServer
from judge.errors import HostError, UsageError
from judge.languages import python_guest
from judge.records import replace
from judge.service.access.access import Address
from judge.service.access.login_codes import FIRST_CODE_SECONDS, LoginCodes
from judge.service.access.page_paths import LOGIN
from judge.service.histories.own_history import local_history
from judge.service.logs import log_json
from judge.service.presentation.report_text import PLAIN, Writing
from judge.service.process.app import Parts, create_app
from judge.service.process.connections import BACKLOG, MOST_CONNECTIONS, Server
from judge.service.process.local_token import ensure_token, token_path
from judge.service.process.process_one import leave_process_one
from judge.service.process.server_file import only_server, told
from judge.service.settings import ServiceSettings, Switch
from judge.service.workers.pool import WorkerPool, WorkerProcesses
from judge.service.workers.shared_pool import SharedPool
from judge.settings import Settings
from judge.storage import (
    LOCAL_OWNER,
    Bell,
    Database,
    LeaseQueue,
    Queue,
    Tokens,
    open_store,
)
from sandbox import Policy, SandboxError, Tier, strongest

log = logging.getLogger("judge.http")

#: Descriptors that are no connections: the store's, the runs' sandboxes, each worker's pipes beside
#: them, and connections that are accepted before others have made way.
OWN_DESCRIPTORS = 128 + 2 * BACKLOG
LEAST_CONNECTIONS = 16
#: Names of this machine that only itself can reach.
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    settings: Settings,
    environment: Mapping[str, str],
    host: str,
    port: int,
    names: tuple[str, ...] = (),
    *,
    writing: Writing = PLAIN,
    idle_stop: float = 0.0,
    detached: bool = False,
) -> None:
    """Serve until Ctrl-C or SIGTERM. Raises `UsageError` and `HostError`.

    `writing` writes what is sent to clients that ask for text. With `idle_stop` it ends by
    itself when it was asked nothing for so many seconds; `detached` tells clients that one of them
    has started it.

    Other people's code may come in, so a tier below full must be named by JUDGE_TIER, and only
    this machine is answered unless `names` says what others call it.
    """
    leave_process_one()
    settings = replace(settings, tier=settings.tier or Tier.FULL)
    service = ServiceSettings.from_environment(environment)
    _refuse_others(settings, host, names)
    connections = _allowed_connections(service.workers)
    prove_isolation(settings)
    with (
        contextlib.closing(_tracer(service)) as tracer,
        _listen(host, port) as listener,
        only_server(settings),
        contextlib.closing(open_store(service.store, settings.state_dir)) as database,
    ):
        _refuse_without_tokens(database, names)
        token = ensure_token(settings)
        queue = LeaseQueue(database)
        parts = Parts(
            database,
            queue,
            workers_of(database, queue, settings, service, environment),
            Address(listener.getsockname()[1], names),
            token,
            prove=lambda: prove_isolation(settings),
            connections=connections,
            writing=writing,
            history=local_history(environment),
            tracer=tracer,
        )
        app = create_app(settings, service, parts)
        server = Server(app, idle_stop)
        _announce(settings, listener)
        if not detached:
            _announce_page(listener, app.state.login_codes)
        sys.stderr.write("judge: stop with Ctrl-C\n")
        _announce_connections(connections, service.workers)
        log_json(getattr(logging, service.log_level.upper()))
        running = _described(settings, listener, detached=detached)
        with (
            told(settings, running),
            _sigterm_is_graceful(),
            contextlib.suppress(KeyboardInterrupt),
        ):
            server.run([listener])
    sys.stderr.write("judge: stopped\n")


def workers_of(
    database: Database,
    queue: Queue,
    settings: Settings,
    service: ServiceSettings,
    environment: Mapping[str, str],
) -> WorkerPool:
    """Return the workers of this process, in touch with others where they share the store.

    Raises `MissingExtraError` where they are to be traced and could not.
    """
    if service.traces is Switch.ON:
        tracing.OtelTracer  # noqa: B018 - raises here, and not in each worker again and again
    own = {
        "JUDGE_CACHE_DIR": str(settings.cache_dir),
        "JUDGE_STATE_DIR": str(settings.state_dir),
        "JUDGE_TIER": str(settings.tier),
    }
    pool = WorkerProcesses(
        queue,
        {**environment, **own},
        workers=service.workers,
        lease_seconds=service.lease_seconds,
    )
    bell = _bell_of(database, service)
    return pool if bell is None else SharedPool(pool, bell)


def _tracer(service: ServiceSettings) -> tracing.Tracer:
    on = service.traces is Switch.ON
    return tracing.OtelTracer("judge-serve", serves=True) if on else tracing.NO_TRACER


def _bell_of(database: Database, service: ServiceSettings) -> Bell | None:
    if not service.queue:
        return database.bell()
    if not database.shared:
        raise UsageError("JUDGE_QUEUE is for servers that share a store: name it by JUDGE_STORE")
    return storage.NatsBell(service.queue)  # found when used: it takes an extra


def _refuse_others(settings: Settings, host: str, names: tuple[str, ...]) -> None:
    if host in LOOPBACK:
        return
    if not names:
        choice = ", ".join(LOOPBACK)
        raise UsageError(
            f"the service listens on this machine only: --host must be one of {choice}; "
            "to let others in, say what they call this server with --public-name"
        )
    if settings.tier is Tier.LIMITS_ONLY:
        raise UsageError("limits-only is no boundary: it serves this machine's own person only")


def _refuse_without_tokens(database: Database, names: tuple[str, ...]) -> None:
    live = [token for token in Tokens(database).every() if token.revoked_at is None]
    if names and not live:
        raise UsageError("others need tokens to be let in: make one with `judge token new NAME`")


def _allowed_connections(workers: int) -> int:
    """Return how many connections the limit on open files allows; raise it as far as need be.

    Raises `HostError` where it leaves too few.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _wanted_descriptors(workers)
    granted = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < granted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (granted, hard))
    # Where there are few, half of them: better some connections than none.
    allowed = granted - min(wanted - MOST_CONNECTIONS, granted // 2)
    if allowed < LEAST_CONNECTIONS:
        raise HostError(
            f"the limit of {hard} open files leaves no connections for clients; "
            f"raise it with: ulimit -n {wanted}"
        )
    return allowed


def _wanted_descriptors(workers: int) -> int:
    return MOST_CONNECTIONS + OWN_DESCRIPTORS + 4 * workers


def prove_isolation(settings: Settings) -> None:
    """Start one program as submissions are started. Raises `HostError` where that fails."""
    tier = settings.tier or Tier.FULL
    try:
        strongest(Policy(tier=tier), python_guest(), (tier,)).close()
    except SandboxError as error:
        raise HostError(
            f"tier {tier} does not work here: {error}. `judge doctor` tells what does; "
            "to serve your own code in a weaker tier, name it in JUDGE_TIER"
        ) from error


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    address = "127.0.0.1" if host == "localhost" else host
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        # A port that was closed a moment ago may be taken again.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((address, port))
        listener.listen(256)
    except (OSError, OverflowError) as error:
        listener.close()
        reason = error.strerror if isinstance(error, OSError) else "ports end at 65535"
        raise UsageError(f"cannot listen on {host}:{port}: {reason}; choose --port") from None
    return listener


def _described(settings: Settings, listener: socket.socket, *, detached: bool) -> RunningServer:
    started = datetime.now(UTC).isoformat(timespec="seconds")
    problems = tuple(map(str, settings.problems))
    return RunningServer(_address(listener), os.getpid(), __version__, started, detached, problems)


def _address(listener: socket.socket) -> str:
    """Return the address of a listener, as clients on this machine use it."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - compared only
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _announce(settings: Settings, listener: socket.socket) -> None:
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    weaker = "" if settings.tier is Tier.FULL else f" (weaker isolation: {settings.tier})"
    sys.stderr.write(
        f"judge: serving on http://{shown}:{port}{weaker}\n"
        f"judge: the token lies in {token_path(settings)}; only you can read it\n"
    )


def _announce_page(listener: socket.socket, codes: LoginCodes) -> None:
    """Say where the page is; to a person, with a code that signs in."""
    url = _address(listener)
    # What is no terminal is often a log, which others read.
    if sys.stderr.isatty():
        code = codes.issue(LOCAL_OWNER, FIRST_CODE_SECONDS)
        where = (
            f"{url}{LOGIN}#code={code} (signs in once, within {FIRST_CODE_SECONDS // 60} minutes)"
        )
    else:
        where = f"{url}; `judge open` signs in"
    sys.stderr.write(f"judge: the page is at {where}\n")


def _announce_connections(allowed: int, workers: int) -> None:
    if allowed < MOST_CONNECTIONS:
        sys.stderr.write(
            f"judge: the limit on open files leaves {allowed} connections at once; "
            f"for {MOST_CONNECTIONS}: ulimit -n {_wanted_descriptors(workers)}\n"
        )


@contextlib.contextmanager
def _sigterm_is_graceful() -> Iterator[None]:
    # uvicorn stops in order, then raises the signal again; that must not kill the process
    # before it has cleaned up and said that it ended well.
    before = signal.signal(signal.SIGTERM, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
