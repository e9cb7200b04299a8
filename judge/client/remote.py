"""Submits to a judge server over HTTP, and waits for its report."""

import re
import time
from collections.abc import Mapping
from typing import Any

from judge.client.asking import RefusedError, ask, no_judge
from judge.errors import JudgeError, UnreachableError, UsageError
from judge.reports import Report, ReportError, read_report
from judge.submission import Submission

POLL_SECONDS = 0.5
MOST_SECONDS = 15 * 60.0
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class ServerError(JudgeError):
    """Raised when the judge there says that it failed, or has no report that can be read here."""


def submit(submission: Submission, slug: str, url: str, token: str) -> Report:
    """Send a submission to a judge server and wait for its report.

    Raises `UnreachableError`, `ServerError` for a server's own failure, and `UsageError` for what
    the server refuses.
    """
    answer = _answer(url, "/v1/submissions?wait=true", token, _body(submission, slug))
    deadline = time.monotonic() + MOST_SECONDS
    while (report := _report(answer)) is None:
        place = answer.get("id")
        if not isinstance(place, str) or _ID.fullmatch(place) is None:
            raise no_judge(url)
        if time.monotonic() > deadline:
            raise UnreachableError(f"{url} has not judged it in {MOST_SECONDS / 60:.0f} minutes")
        time.sleep(POLL_SECONDS)
        answer = _answer(url, f"/v1/submissions/{place}", token)
    return report


def _body(submission: Submission, slug: str) -> dict[str, Any]:
    # JSON carries text only: a byte that is not UTF-8 goes as a lone surrogate.
    source = submission.source.decode("utf-8", "surrogateescape")
    body = {"problem": slug, "source": source}
    return body | {"language": submission.language} if submission.language else body


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


def _answer(
    url: str, path: str, token: str, body: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    method = "GET" if body is None else "POST"
    headers = {"Accept": "application/json"}
    try:
        with ask(url, path, token=token, method=method, body=body, headers=headers) as answer:
            return answer.document()
    except RefusedError as refused:
        raise _fault(refused, url) from None


def _fault(refused: RefusedError, url: str) -> JudgeError:
    """Return the error that a refusing status stands for."""
    status, text = refused.status, refused.words or f"status {refused.status}"
    if status in (401, 403):
        return UsageError(f"{url} refuses the token ({text}). Set JUDGE_TOKEN to the server's")
    if status in (429, 502, 503, 504):
        return UnreachableError(f"{url} is not ready: {text}")
    if not refused.words:
        return UnreachableError(str(refused))
    if 400 <= status < 500:
        return UsageError(f"{url} refuses the submission: {text}")
    return ServerError(f"{url} failed: {text}")
