"""`judge serve --ensure`: a server for clients, started unless one runs.

The server is a process of its own session with its log in the state folder (`serve.log`, mode
0600); it ends by itself when nobody has asked it anything for a while. Clients that ask for one at
the same time get the same: the others' servers find `serve.lock` held.
"""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from judge import __version__, client
from judge.client import RunningServer, is_locked, running_server
from judge.errors import HostError, JudgeError, UsageError
from judge.records import dataclass
from judge.service.process.local_token import ensure_token
from judge.settings import Settings, state_mend

#: The first start compiles and imports a lot on a busy machine.
START_SECONDS = 90.0
#: A server that was told to stop lets go within its drain time, which is some seconds.
STOP_SECONDS = 60.0
ANSWER_SECONDS = 10.0
LOOK_SECONDS = 0.05
#: Servers that one call starts: another may take the port, or the folder, and go away again.
MOST_STARTS = 3
USUAL_PORT = 8000
LOG_BYTES = 1024 * 1024
#: The most of each figure where nothing waits and nothing is done but answering for them.
IDLE = {"judge_queue_depth": 0, "judge_leased": 0, "judge_requests_under_way": 1}


@dataclass(frozen=True, slots=True)
class Ensured:
    """A server that is ready; whether this call started it; and what is to be said about it."""

    server: RunningServer
    started: bool
    note: str = ""


def ensure_server(
    settings: Settings,
    environment: Mapping[str, str],
    port: int | None = None,
    idle_stop: int = 0,
) -> Ensured:
    """Return the ready server of this state folder, started if none runs.

    Without a `port` it is the usual one, or a free one where that is taken. A server that a client
    has started is replaced if it is of an older version and idle. Raises `JudgeError` with what
    the server said where it does not come up. One that lacks folders of one's own problems is
    replaced likewise.
    """
    # Made here, so that a fault of the folder is an error and not a line of a log.
    token = ensure_token(settings)
    note = ""
    server = running_server(settings.state_dir)
    lacks = None if server is None else _lacks(server, settings)
    if server is not None and lacks is not None:
        if server.detached and _is_idle(server, token):
            _stop(settings, server)
        else:
            state = "has work" if server.detached else "was started by hand"
            note = f"the server {lacks} and {state}: it is not replaced"
    return _await(settings, environment, port, idle_stop, note)


def _await(
    settings: Settings, environment: Mapping[str, str], port: int | None, idle_stop: int, note: str
) -> Ensured:
    end, started = time.monotonic() + START_SECONDS, 0
    child: _Child | None = None
    while time.monotonic() < end:
        server = running_server(settings.state_dir)
        if server is not None and _is_ready(server):
            return Ensured(server, child is not None and child.pid == server.pid, note)
        if child is not None and child.process.poll() is not None:
            # Another may have been quicker: then its server is waited for.
            if not is_locked(settings.state_dir) and started == MOST_STARTS:
                raise child.fault()
            child = child if is_locked(settings.state_dir) else None
        if child is None and not is_locked(settings.state_dir):
            child, started = _Child(settings, environment, port, idle_stop), started + 1
        time.sleep(LOOK_SECONDS)
    log = settings.state_dir / "serve.log"
    raise HostError(f"no server was ready within {START_SECONDS:.0f} seconds; {log} may tell why")


class _Child:
    """A server that was started here."""

    def __init__(
        self, settings: Settings, environment: Mapping[str, str], port: int | None, idle_stop: int
    ) -> None:
        self._log = settings.state_dir / "serve.log"
        own = {"JUDGE_CACHE_DIR": settings.cache_dir, "JUDGE_STATE_DIR": settings.state_dir}
        # Trust for one command is not trust for a server, which goes on when that has ended.
        kept = {name: value for name, value in environment.items() if name != "JUDGE_TRUST"}
        chosen = _free(USUAL_PORT) if port is None else port
        command = ["serve", "--port", str(chosen), "--idle-stop", str(idle_stop), "--detached"]
        try:
            handle = _open_log(self._log)
        except OSError as error:
            mend = state_mend(error)
            raise HostError(f"cannot write {self._log}: {error.strerror}. {mend}") from None
        with os.fdopen(handle, "ab") as log:
            self._begin = os.fstat(handle).st_size
            # -P: the folder that an editor works in may hold a random.py.
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "judge", *command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**kept, **{name: str(path.absolute()) for name, path in own.items()}},
                start_new_session=True,
            )
        self.pid = self.process.pid

    def fault(self) -> JudgeError:
        """Return why it has ended, in its own words."""
        with contextlib.suppress(OSError), self._log.open("rb") as log:
            log.seek(self._begin)
            lines = log.read(LOG_BYTES).decode("utf-8", "replace").splitlines()
            said = [line.removeprefix("judge: ") for line in lines if line.startswith("judge: ")]
            if said:
                kind = UsageError if self.process.returncode == 2 else HostError
                return kind(f"the server did not start: {said[-1]}")
        status = self.process.returncode
        return HostError(f"the server ended with status {status}; {self._log} may tell why")


def _open_log(path: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
    with contextlib.suppress(FileNotFoundError):
        if path.stat(follow_symlinks=False).st_size > LOG_BYTES:
            path.replace(path.with_suffix(".log.old"))
    return os.open(path, flags, 0o600)


def _free(port: int) -> int:
    """Return a port, or 0, which stands for any, where it is taken."""
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind(("127.0.0.1", port))
        except OSError:
            return 0
    return port


def _stop(settings: Settings, server: RunningServer) -> None:
    """Stop a server and wait until it has let go of the folder, or another has taken it."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(server.pid, signal.SIGTERM)
    end = time.monotonic() + STOP_SECONDS
    while is_locked(settings.state_dir) and running_server(settings.state_dir) in (server, None):
        if time.monotonic() > end:
            raise HostError(
                f"the server of version {server.version} (process {server.pid}) does not stop"
            )
        time.sleep(LOOK_SECONDS)


def _lacks(server: RunningServer, settings: Settings) -> str | None:
    """Return why another server would serve better; None where none would."""
    if _is_older(server.version, __version__):
        return f"is of version {server.version}"
    unknown = server.lacks(map(str, settings.problems))
    return f"does not know the problems of {', '.join(unknown)}" if unknown else None


def _is_older(version: str, than: str) -> bool:
    return _numbers(version) < _numbers(than)


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d{1,9}", version[:64], re.ASCII)]


def _is_ready(server: RunningServer) -> bool:
    return _text(server, "/readyz") is not None


def _is_idle(server: RunningServer, token: str) -> bool:
    """Whether nothing waits there, and nothing is judged, run or followed."""
    text = _text(server, "/metrics", token) or ""
    found = dict(re.findall(r"^(\w+) ([0-9.e+]+)$", text, re.MULTILINE))
    return all(float(found.get(name, "inf")) <= most for name, most in IDLE.items())


def _text(server: RunningServer, path: str, token: str = "") -> str | None:
    """Return what the server answers; None where it has nothing to give now."""
    try:
        with client.ask(server.url, path, token=token, seconds=ANSWER_SECONDS) as answer:
            return answer.text()
    except JudgeError:
        return None
