"""Asks a judge server over HTTP: one request, one answer, on a connection of its own.

Follows no redirect, which would carry the token to a host that the user did not name, and asks no
proxy for this machine's own addresses.
"""

import json
from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPException, HTTPResponse
from typing import Any, Self
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from judge.errors import JudgeError, UnreachableError, UsageError

SECONDS = 60.0
MOST_BYTES = 64 * 1024 * 1024
MOST_LINE_BYTES = 32 * 1024 * 1024
LOOPBACK = ("localhost", "127.0.0.1", "::1")
_ERRORS = (OSError, HTTPException)


class RefusedError(JudgeError):
    """Raised when the answer is no success; `words` are the judge's own, if a judge answered."""

    def __init__(self, status: int, words: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.words = words


class NobodyListensError(UnreachableError):
    """Raised when no program listens at an address."""


class Answer:
    """One answer on its way; closing it closes the connection.

    Reading it raises `UnreachableError` when the connection breaks.
    """

    def __init__(self, response: HTTPResponse, url: str) -> None:
        self._response = response
        self._url = url

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._response.close()

    def text(self) -> str:
        """Return the whole answer."""
        try:
            return self._response.read(MOST_BYTES).decode("utf-8", "replace")
        except _ERRORS as error:
            raise _away(self._url, error) from None

    def line(self) -> str:
        """Return the next line with its end; empty at the end of the answer."""
        try:
            return self._response.readline(MOST_LINE_BYTES).decode("utf-8", "replace")
        except _ERRORS as error:
            raise _away(self._url, error) from None

    def document(self) -> dict[str, Any]:
        """Return the answer's JSON object. Raises `UnreachableError` where there is none."""
        found = _object(self.text())
        if found is None:
            raise no_judge(self._url)
        return found


def ask(
    url: str,
    path: str,
    *,
    token: str = "",
    method: str = "GET",
    body: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
    seconds: float = SECONDS,
) -> Answer:
    """Ask the server at an address; `seconds` is the longest silence.

    Raises `UsageError` for what is no address, `UnreachableError` (`NobodyListensError` where that
    is known), and `RefusedError` for any answer that is no success.
    """
    opener = _opener(url)
    data = None if body is None else json.dumps(body).encode("ascii")
    more = {} if body is None else {"Content-Type": "application/json"}
    if token:
        more["Authorization"] = f"Bearer {token}"
    # The scheme was checked by `_opener`: a file: address is refused there.
    request = Request(  # noqa: S310 - see above
        urljoin(url.rstrip("/") + "/", path.lstrip("/")),
        data,
        {**more, **(headers or {})},
        method=method,
    )
    try:
        return Answer(opener.open(request, timeout=seconds), url)
    except HTTPError as error:
        with closing(error):
            raise _refused(error, url) from None
    except _ERRORS as error:
        raise _away(url, error) from None


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


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def _opener(url: str) -> OpenerDirector:
    # A proxy of the environment has no way back to this machine's own addresses.
    return build_opener(_NoRedirect, *([ProxyHandler({})] if is_loopback(url) else []))


def _refused(error: HTTPError, url: str) -> RefusedError:
    """Return the error for an answer that is no success, in the words of its problem document."""
    document = None
    if error.headers.get_content_type() == "application/problem+json":
        try:
            document = _object(error.read(MOST_BYTES).decode("utf-8", "replace"))
        except _ERRORS:
            document = None
    words = (document or {}).get("detail") or (document or {}).get("title")
    if document is None or not isinstance(words, str):
        return RefusedError(error.code, "", str(no_judge(url, f" (status {error.code})")))
    message = words
    if error.code == 401:
        message += "; set JUDGE_TOKEN to the token of that server"
    near = document.get("near")
    if isinstance(near, list) and near:
        message += f" (near: {', '.join(map(str, near))})"
    return RefusedError(error.code, words, message)


def no_judge(url: str, what: str = "") -> UnreachableError:
    """Return the error for an answer that no judge gives."""
    return UnreachableError(f"{url} answers what no judge answers{what}; is one running there?")


def _away(url: str, error: Exception) -> UnreachableError:
    reason = error.reason if isinstance(error, URLError) else error
    kind = NobodyListensError if isinstance(reason, ConnectionRefusedError) else UnreachableError
    words = str(reason) or type(reason).__name__
    return kind(f"cannot reach {url}: {words}. Is `judge serve` running there?")


def _object(text: str) -> dict[str, Any] | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
