"""Submitting and running an open file: progress, marks, and one sentence at the end."""

import asyncio
import contextlib
import uuid
from collections.abc import AsyncIterator
from typing import Any

from lsprotocol import types as lsp
from pygls.workspace import TextDocument

from judge.errors import JudgeError
from judge.lsp.editor import Editor, Job, place_of
from judge.lsp.remote import ENDS, Event, Remote
from judge.values import escape

SOURCE = "judge"
SUBMISSIONS = "/v1/submissions"
#: What a step is called beside its figures.
STEPS = {"timing": "timing", "searching": "search", "building": "tests"}
MOST_WORDS = 500


async def submit(ls: Editor, uri: str) -> None:
    """Submit a file and show what comes of it. Raises `JudgeError`."""
    document = ls.open_document(uri)
    if document is None:
        ls.say("judge: open the file first", lsp.MessageType.Warning)
        return
    await _give_up(ls, uri)
    unmark(ls, uri)
    job = ls.desk.jobs[uri] = Job(document.version)
    progress = await _begin_progress(ls, uri, f"judge: {escape(place_of(uri))}")
    try:
        body = {**_body(document), "timing": None}
        key = {"Idempotency-Key": uuid.uuid4().hex}
        state = await asyncio.to_thread(ls.remote.document, "POST", SUBMISSIONS, body, key)
        job.id = str(state["id"])
        if job.cancelled:
            await _delete(ls, job.id)
        async for event in _events(ls.remote, job.id):
            await _show(ls, uri, job, event, progress)
    finally:
        _end_progress(ls, progress)
        if ls.desk.jobs.get(uri) is job:
            del ls.desk.jobs[uri]


def _body(document: TextDocument) -> dict[str, Any]:
    return {"path": place_of(document.uri), "source": document.source}


async def _show(ls: Editor, uri: str, job: Job, event: Event, progress: str | None) -> None:
    if event.name in ("known", "report") and not job.cancelled:
        await _mark(ls, uri, job, event.data)
    if event.name not in ENDS:
        _report_progress(ls, progress, event)
    elif event.name == "cancelled" or job.cancelled:
        ls.say("judge: cancelled")
    else:
        ls.say(*_conclusion(event.data))


def _conclusion(state: dict[str, Any]) -> tuple[str, lsp.MessageType]:
    report = state.get("report") or {}
    verdict = report.get("verdict")
    kind = lsp.MessageType.Info if verdict == "AC" else lsp.MessageType.Warning
    return f"{verdict} {state.get('problem')}: {_words(state)}", kind


def _words(state: dict[str, Any]) -> str:
    """Return what a report says, in one line."""
    mark, report = state.get("mark") or {}, state.get("report") or {}
    return str(mark.get("message") or escape(str(report.get("summary")), MOST_WORDS))


async def _mark(ls: Editor, uri: str, job: Job, state: dict[str, Any]) -> None:
    """Mark the line that is to blame, unless the text has changed since."""
    document, report = ls.open_document(uri), state.get("report") or {}
    if document is None or document.version != job.version or report.get("verdict") == "AC":
        return
    mark, failure = state.get("mark") or {}, report.get("failure") or {}
    line = mark.get("line") or failure.get("line") or (failure.get("exception") or {}).get("line")
    line = line or await ls.entry_line(document, str(state.get("problem")))
    lines = document.lines
    row = min(max(line - 1, 0), max(len(lines) - 1, 0))
    text = lines[row].rstrip("\r\n") if lines else ""
    column = min(max((mark.get("column") or failure.get("column") or 1) - 1, 0), len(text))
    place = lsp.Range(lsp.Position(row, column), lsp.Position(row, len(text)))
    diagnostic = lsp.Diagnostic(
        document.position_codec.range_to_client_units(lines, place),
        message=_words(state),
        severity=lsp.DiagnosticSeverity.Error,
        code=str(report.get("verdict")),
        source=SOURCE,
    )
    _publish(ls, uri, [diagnostic])
    ls.desk.marked.add(uri)


def unmark(ls: Editor, uri: str) -> None:
    """Take the marks of a file away."""
    if uri in ls.desk.marked:
        ls.desk.marked.discard(uri)
        _publish(ls, uri, [])


def _publish(ls: Editor, uri: str, diagnostics: list[lsp.Diagnostic]) -> None:
    document = ls.open_document(uri)
    version = document.version if document is not None else None
    ls.text_document_publish_diagnostics(
        lsp.PublishDiagnosticsParams(uri, diagnostics, version=version)
    )


async def cancel(ls: Editor, uri: str) -> None:
    """Give up what is being judged of a file."""
    if not await _give_up(ls, uri):
        ls.say("judge: nothing is being judged here")


async def _give_up(ls: Editor, uri: str) -> bool:
    job = ls.desk.jobs.pop(uri, None)
    if job is None:
        return False
    job.cancelled = True
    if job.id:
        await _delete(ls, job.id)
    return True


async def _delete(ls: Editor, id_: str) -> None:
    # It was judged a moment ago, or the server is away: nobody waits for it any more.
    with contextlib.suppress(JudgeError):
        await asyncio.to_thread(ls.remote.text, "DELETE", f"{SUBMISSIONS}/{id_}")


async def run(ls: Editor, uri: str) -> None:
    """Play the samples with a file and say how many pass. Raises `JudgeError`."""
    document = ls.open_document(uri)
    if document is None:
        ls.say("judge: open the file first", lsp.MessageType.Warning)
        return
    progress = await _begin_progress(ls, "", f"judge: samples of {escape(place_of(uri))}")
    try:
        answer = await asyncio.to_thread(ls.remote.document, "POST", "/v1/runs", _body(document))
    finally:
        _end_progress(ls, progress)
    cases = answer.get("cases") or []
    failed = [case for case in cases if case.get("verdict") != "AC"]
    words = f"judge: {len(cases) - len(failed)} of {len(cases)} samples passed"
    if failed:
        first = failed[0]
        words += f"; {first.get('verdict')}: {escape(str(first.get('message')), MOST_WORDS)}"
    ls.say(words, lsp.MessageType.Warning if failed else lsp.MessageType.Info)


async def _events(remote: Remote, id_: str) -> AsyncIterator[Event]:
    """Yield a submission's events, which a thread waits for."""
    loop, queue = asyncio.get_running_loop(), asyncio.Queue[Event | JudgeError | None]()

    def pump() -> None:
        last: JudgeError | None = None
        try:
            for event in remote.events(id_):
                loop.call_soon_threadsafe(queue.put_nowait, event)
        except JudgeError as error:
            last = error
        loop.call_soon_threadsafe(queue.put_nowait, last)

    waiting = asyncio.create_task(asyncio.to_thread(pump))
    while isinstance(event := await queue.get(), Event):
        yield event
    await waiting
    if event is not None:
        raise event


async def _begin_progress(ls: Editor, uri: str, title: str) -> str | None:
    """Begin a progress that the person may cancel; None where the editor shows none."""
    window = ls.client_capabilities.window
    if window is None or not window.work_done_progress:
        return None
    token = uuid.uuid4().hex
    await ls.work_done_progress.create_async(token)
    begin = lsp.WorkDoneProgressBegin(title, cancellable=bool(uri))
    ls.work_done_progress.begin(token, begin)
    loop = asyncio.get_running_loop()

    def cancelled(future: Any) -> None:
        if uri and future.cancelled():
            loop.call_soon_threadsafe(lambda: ls.begin(cancel(ls, uri)))

    ls.work_done_progress.tokens[token].add_done_callback(cancelled)
    return token


def _report_progress(ls: Editor, token: str | None, event: Event) -> None:
    if token is None:
        return
    done, total = event.data.get("done"), event.data.get("total")
    words, percentage = event.name, None
    if isinstance(done, int) and isinstance(total, int) and total > 0:
        words = f"{STEPS.get(event.name, 'case')} {done}/{total}"
        percentage = min(100 * done // total, 100) if event.name == "case" else None
    report = lsp.WorkDoneProgressReport(message=words, percentage=percentage)
    ls.work_done_progress.report(token, report)


def _end_progress(ls: Editor, token: str | None) -> None:
    if token is not None:
        ls.work_done_progress.end(token, lsp.WorkDoneProgressEnd())
        ls.work_done_progress.tokens.pop(token, None)
