"""Submits to a judge server over HTTP, and waits for its report."""

import json
import re
import time
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from judge.errors import JudgeError, UnreachableError, UsageError
from judge.reports import Report, ReportError, read_report
from judge.submission import Submission

TIMEOUT_SECONDS = 60.0
POLL_SECONDS = 0.5
MOST_SECONDS = 15 * 60.0
MOST_BYTES = 64 * 1024 * 1024
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class ServerError(JudgeError):
    """Raised when the judge there says that it failed, or has no report that can be read here."""


class _NoRedirect(HTTPRedirectHandler):
    """Follows no redirect: it would carry the token to a host that the user did not name."""

    def redirect_request(self, *_: object) -> None:
        return None


def is_loopback(url: str) -> bool:
    """Whether the address is this machine's own. Raises `UsageError` if it is not a URL."""
    return _hostname(url) in LOOPBACK


def _hostname(url: str) -> str:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it raises where it is no number
        if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc:
            return parts.hostname
    except ValueError:
        pass
    if "@" in url:
        # It may hold a password, which no terminal or log is to show.
        raise UsageError("leave user and password out of the server's address: set JUDGE_TOKEN")
    raise UsageError(f"{url!r} is no address of a server, such as http://127.0.0.1:8000")


def submit(submission: Submission, slug: str, url: str, token: str) -> Report:
    """Send a submission to a judge server and wait for its report.

    Raises `UnreachableError`, `ServerError` for a server's own failure, and `UsageError` for what
    the server refuses.
    """
    server = _Server(url, token)
    answer = server.post("/v1/submissions?wait=true", _body(submission, slug))
    deadline = time.monotonic() + MOST_SECONDS
    while (report := _report(answer)) is None:
        place = answer.get("id")
        if not isinstance(place, str) or _ID.fullmatch(place) is None:
            raise _no_judge(url)
        if time.monotonic() > deadline:
            raise UnreachableError(f"{url} has not judged it in {MOST_SECONDS / 60:.0f} minutes")
        time.sleep(POLL_SECONDS)
        answer = server.get(f"/v1/submissions/{place}")
    return report


def _body(submission: Submission, slug: str) -> dict[str, Any]:
    # JSON carries text only: a byte that is not UTF-8 goes as a lone surrogate.
    source = submission.source.decode("utf-8", "surrogateescape")
    return {"problem": slug, "source": source, "language": submission.language}


def _report(answer: Mapping[str, Any]) -> Report | None:
    """Return the report of an answer: the report itself, or a submission's field of that name."""
    found = answer if "report_version" in answer else answer.get("report")
    if found is None:
        if answer.get("status") == "cancelled":
            raise ServerError("the submission was cancelled on the server")
        return None
    try:
        return read_report(found)
    except ReportError as error:
        raise ServerError(
            f"the server's report is of another form than this judge reads: {error}. "
            "Bring both to one version"
        ) from None


class _Server:
    """One judge server, asked with a bearer token."""

    def __init__(self, url: str, token: str) -> None:
        _hostname(url)
        self._url = url.rstrip("/") + "/"
        self._token = token
        self._opener = _opener(url)

    def post(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        return self._ask(path, json.dumps(body).encode("ascii"))

    def get(self, path: str) -> dict[str, Any]:
        return self._ask(path, None)

    def _ask(self, path: str, body: bytes | None) -> dict[str, Any]:
        # The scheme was checked when this was made: a file: address is refused there.
        request = Request(urljoin(self._url, path.lstrip("/")), body)  # noqa: S310 - see above
        request.add_header("Authorization", f"Bearer {self._token}")
        request.add_header("Accept", "application/json")
        if body is not None:
            request.add_header("Content-Type", "application/json")
        try:
            with self._opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
                return _object(answer.read(MOST_BYTES), self._url)
        except HTTPError as error:
            with error:
                raise _refusal(error, self._url) from None
        except (URLError, OSError, HTTPException) as error:
            reason = error.reason if isinstance(error, URLError) else error
            raise UnreachableError(
                f"cannot reach {self._url}: {reason}. Is `judge serve` running there?"
            ) from None


def _opener(url: str) -> OpenerDirector:
    # A proxy of the environment has no way back to this machine's own addresses.
    return build_opener(_NoRedirect, *([ProxyHandler({})] if is_loopback(url) else []))


def _object(body: bytes, url: str) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise _no_judge(url)
    return cast("dict[str, Any]", value)


def _refusal(answer: HTTPError, url: str) -> JudgeError:
    """Return the error that a refusing status and its problem document stand for."""
    status, words = answer.code, _words(answer, url)
    text = words or f"status {status}"
    if status in (401, 403):
        return UsageError(f"{url} refuses the token ({text}). Set JUDGE_TOKEN to the server's")
    if status in (429, 502, 503, 504):
        return UnreachableError(f"{url} is not ready: {text}")
    if not words:
        return _no_judge(url, f" (status {status})")
    if 400 <= status < 500:
        return UsageError(f"{url} refuses the submission: {text}")
    return ServerError(f"{url} failed: {text}")


def _words(answer: HTTPError, url: str) -> str:
    """Return why a judge refuses; empty where the answer is not a judge's."""
    if answer.headers.get_content_type() != "application/problem+json":
        return ""
    document = _object(answer.read(MOST_BYTES), url)
    words = document.get("detail") or document.get("title")
    return words if isinstance(words, str) else ""


def _no_judge(url: str, what: str = "") -> UnreachableError:
    return UnreachableError(f"{url} answers what no judge answers{what}; is one running there?")
