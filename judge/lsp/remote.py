"""The judge's HTTP service as an editor reaches it: found anew each time, started if need be.

Blocking: the language server asks from threads. Looks for the server and its token at every
request, so a restarted server or a renewed token needs no new editor.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from judge import client
from judge.client import RefusedError
from judge.errors import UnreachableError, UsageError
from judge.records import dataclass

#: Starts a server unless one runs, and prints where it is.
START = (sys.executable, "-m", "judge", "serve", "--ensure", "--json")
START_SECONDS = 120.0
ANSWER_SECONDS = 90.0
#: A stream has a comment every 15 seconds.
SILENT_SECONDS = 60.0
PAUSES = (0.25, 0.5, 1.0, 2.0, *[5.0] * 20)
ENDS = ("report", "cancelled")
#: Full or stopping: it has room in a moment.
BUSY = (429, 503)
UNKNOWN_TOKEN, MOST_REFUSALS = 401, 5


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a submission's course."""

    name: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Remote:
    """The service that JUDGE_SERVER names, or the one of this machine."""

    state_dir: Path
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    #: Folders of one's own problems: a server that lacks some is replaced, where it can be.
    problems: tuple[str, ...] = ()
    _kept: set[int] = field(default_factory=set)

    def runs(self) -> bool:
        """Whether there is a server to ask without starting one."""
        return self._named() is not None or self._running() is not None

    def document(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        more: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        """Return an answer of JSON. Raises `RefusedError` and `UnreachableError`."""
        accept = {"Accept": "application/json", **(more or {})}
        with self._asked(method, path, body, accept, ANSWER_SECONDS) as answer:
            return answer.document()

    def text(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        more: Mapping[str, str] | None = None,
    ) -> str:
        """Return an answer as text. Raises `RefusedError` and `UnreachableError`."""
        with self._asked(method, path, body, more or {}, ANSWER_SECONDS) as answer:
            return answer.text()

    def events(self, id_: str) -> Iterator[Event]:
        """Yield what happens to a submission, over restarts of the server, to its end.

        Raises `RefusedError` and `UnreachableError`.
        """
        seen, refusals, pauses = "", 0, iter(PAUSES)
        while True:
            try:
                more = {"Accept": "text/event-stream", **({"Last-Event-ID": seen} if seen else {})}
                path = f"/v1/submissions/{id_}/events"
                with self._asked("GET", path, None, more, SILENT_SECONDS) as stream:
                    for seen, event in _events(stream):  # noqa: B007 - kept for the next round
                        pauses = iter(PAUSES)
                        yield event
                        if event.name in ENDS:
                            return
            except RefusedError as error:
                # The token was read just before a new server made another.
                late = error.status == UNKNOWN_TOKEN and refusals < MOST_REFUSALS
                if error.status not in BUSY and not late:
                    raise
                refusals += 1
            except UnreachableError:
                pass
            pause = next(pauses, None)
            if pause is None:
                raise UnreachableError("the server does not answer any more")
            time.sleep(pause)

    def _asked(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None,
        more: Mapping[str, str],
        seconds: float,
    ) -> client.Answer:
        url = self._named() or self._running()
        if url is not None:
            try:
                return self._exchange(url, method, path, body, more, seconds)
            except client.NobodyListensError:
                if self._named() is not None:
                    raise
        return self._exchange(self._start(), method, path, body, more, seconds)

    def _exchange(
        self,
        url: str,
        method: str,
        path: str,
        body: Mapping[str, Any] | None,
        more: Mapping[str, str],
        seconds: float,
    ) -> client.Answer:
        token = self._token(url)
        return client.ask(
            url, path, token=token, method=method, body=body, headers=more, seconds=seconds
        )

    def _named(self) -> str | None:
        url = self.environment.get("JUDGE_SERVER")
        if not url:
            return None
        client.is_loopback(url)  # raises what is wrong with it
        return url

    def _running(self) -> str | None:
        """Return the address of the server that runs on this state folder; None without one."""
        found = client.running_server(self.state_dir)
        if found is None or (found.pid not in self._kept and found.lacks(self.problems)):
            return None
        try:
            return found.url if client.is_loopback(found.url) else None
        except UsageError:
            return None

    def _token(self, url: str) -> str:
        given = self.environment.get("JUDGE_TOKEN", "")
        if not given and client.is_loopback(url):
            try:
                given = (self.state_dir / "token").read_text("ascii").strip()
            except (OSError, ValueError):
                return ""
        return given if given.isascii() and given.isprintable() else ""

    def _start(self) -> str:
        """Start the server unless it runs; return its address. Raises `UnreachableError`."""
        try:
            done = subprocess.run(
                START,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                env={**self.environment},
                timeout=START_SECONDS,
                check=False,
            )
            url = str(json.loads(done.stdout)["url"])
        except subprocess.TimeoutExpired:
            raise UnreachableError("the server did not start in two minutes") from None
        except (OSError, ValueError, LookupError, TypeError):
            said = done.stderr.strip().splitlines()
            raise UnreachableError(said[-1] if said else "the server did not start") from None
        if not client.is_loopback(url):
            raise UnreachableError(f"the server started at a strange address, {url}")
        found = client.running_server(self.state_dir)
        if found is not None:
            self._kept.add(found.pid)  # one that was started by hand stays as it is
        return url


def _events(stream: client.Answer) -> Iterator[tuple[str, Event]]:
    """Yield server-sent events with their ids."""
    fields: dict[str, str] = {}
    while line := stream.line():
        name, _, value = line.rstrip("\r\n").partition(": ")
        if name:
            fields[name] = value
        elif "event" in fields:
            yield fields.get("id", ""), _event(fields)
            fields = {}


def _event(fields: Mapping[str, str]) -> Event:
    try:
        data = json.loads(fields.get("data", "{}"))
    except (ValueError, RecursionError):
        data = {}
    return Event(fields["event"], data if isinstance(data, dict) else {})
