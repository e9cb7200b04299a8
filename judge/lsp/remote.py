"""The judge's HTTP service as an editor reaches it: found anew each time, started if need be.

Standard library only, and blocking: the language server asks from threads. Reads `server.json` and
`token` of the state folder at every request, so a restarted server or a renewed token needs no new
editor.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from judge import client
from judge.errors import JudgeError, UnreachableError, UsageError

#: Starts a server unless one runs, and prints where it is.
START = (sys.executable, "-m", "judge", "serve", "--ensure", "--json")
START_SECONDS = 120.0
ANSWER_SECONDS = 90.0
#: A stream has a comment every 15 seconds.
SILENT_SECONDS = 60.0
PAUSES = (0.25, 0.5, 1.0, 2.0, *[5.0] * 20)
MOST_BYTES = 64 * 1024 * 1024
MOST_LINE_BYTES = 32 * 1024 * 1024
ENDS = ("report", "cancelled")
#: Full or stopping: it has room in a moment.
BUSY = (429, 503)


class RefusedError(JudgeError):
    """Raised when the service says no; the message is its own."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


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
        text = self.text(method, path, body, {"Accept": "application/json", **(more or {})})
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise UnreachableError("what answers there is no judge")
        return found

    def text(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        more: Mapping[str, str] | None = None,
    ) -> str:
        """Return an answer as text. Raises `RefusedError` and `UnreachableError`."""
        with self._asked(method, path, body, more or {}, ANSWER_SECONDS) as answer:
            return answer.read()

    def events(self, id_: str) -> Iterator[Event]:
        """Yield what happens to a submission, over restarts of the server, to its end.

        Raises `RefusedError` and `UnreachableError`.
        """
        seen, pauses = "", iter(PAUSES)
        while True:
            try:
                more = {"Accept": "text/event-stream", **({"Last-Event-ID": seen} if seen else {})}
                path = f"/v1/submissions/{id_}/events"
                with self._asked("GET", path, None, more, SILENT_SECONDS) as stream:
                    for seen, event in stream.events():  # noqa: B007 - kept for the next round
                        pauses = iter(PAUSES)
                        yield event
                        if event.name in ENDS:
                            return
            except RefusedError as error:
                if error.status not in BUSY:
                    raise
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
    ) -> "_Answer":
        url = self._named() or self._running()
        try:
            if url is not None:
                return self._exchange(url, method, path, body, more, seconds)
        except ConnectionRefusedError as error:
            if self._named() is not None:
                raise _away(url or "", error) from None
        except (OSError, HTTPException) as error:
            raise _away(url or "", error) from None
        url = self._start()
        try:
            return self._exchange(url, method, path, body, more, seconds)
        except (OSError, HTTPException) as error:
            raise _away(url, error) from None

    def _exchange(
        self,
        url: str,
        method: str,
        path: str,
        body: Mapping[str, Any] | None,
        more: Mapping[str, str],
        seconds: float,
    ) -> "_Answer":
        parts = urlsplit(url)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        connection = kind(parts.netloc, timeout=seconds)
        headers = {"Content-Type": "application/json"} if body is not None else {}
        token = self._token(url)
        if token:
            headers["Authorization"] = f"Bearer {token}"
        try:
            data = None if body is None else json.dumps(body).encode("ascii")
            connection.request(method, parts.path.rstrip("/") + path, data, headers | {**more})
            answer = _Answer(connection, connection.getresponse())
            answer.check()
        except BaseException:
            connection.close()
            raise
        return answer

    def _named(self) -> str | None:
        url = self.environment.get("JUDGE_SERVER")
        if not url:
            return None
        client.is_loopback(url)  # raises what is wrong with it
        return url

    def _running(self) -> str | None:
        """Return the address that a running server of this person has left; None without one."""
        try:
            found = json.loads((self.state_dir / "server.json").read_bytes())
            url, pid = str(found["url"]), int(found["pid"])
            # Killed, it leaves the file behind, and its port may be a stranger's by now.
            os.kill(pid, 0)
            return url if pid > 0 and client.is_loopback(url) else None
        except (OSError, ValueError, LookupError, TypeError, UsageError):
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
        return url


class _Answer:
    """One answer on its way; closing it closes the connection."""

    def __init__(self, connection: HTTPConnection, response: HTTPResponse) -> None:
        self._connection = connection
        self._response = response

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._response.close()
        self._connection.close()

    def check(self) -> None:
        """Raise `RefusedError` for an answer that is no success."""
        status = self._response.status
        if status >= 300:
            raise RefusedError(status, _words(status, self.read()))

    def read(self) -> str:
        try:
            return self._response.read(MOST_BYTES).decode("utf-8", "replace")
        except (OSError, HTTPException) as error:
            raise _away("the server", error) from None

    def events(self) -> Iterator[tuple[str, Event]]:
        """Yield server-sent events with their ids."""
        fields: dict[str, str] = {}
        while line := self._line():
            name, _, value = line.rstrip("\r\n").partition(": ")
            if name:
                fields[name] = value
            elif "event" in fields:
                yield fields.get("id", ""), _event(fields)
                fields = {}

    def _line(self) -> str:
        try:
            return self._response.readline(MOST_LINE_BYTES).decode("utf-8", "replace")
        except (OSError, HTTPException) as error:
            raise _away("the server", error) from None


def _event(fields: Mapping[str, str]) -> Event:
    try:
        data = json.loads(fields.get("data", "{}"))
    except (ValueError, RecursionError):
        data = {}
    return Event(fields["event"], data if isinstance(data, dict) else {})


def _words(status: int, text: str) -> str:
    """Return why a service says no, with the problems that it thinks are meant."""
    try:
        document = json.loads(text)
        words = str(document.get("detail") or document["title"])
        near = ", ".join(map(str, document.get("near", ())))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return f"what answers there is no judge (status {status})"
    if status == 401:
        words += "; set JUDGE_TOKEN to the token of that server"
    return f"{words} (near: {near})" if near else words


def _away(url: str, error: Exception) -> UnreachableError:
    return UnreachableError(f"{url} does not answer: {str(error) or type(error).__name__}")
