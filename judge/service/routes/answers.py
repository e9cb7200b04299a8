"""Answers that several routes give."""

import hashlib

from fastapi.responses import Response
from starlette.exceptions import HTTPException

from judge import problems as naming
from judge.problems import CachedCatalog, FoundBy, Problem, UnknownProblemError
from judge.service.access.callers import Caller
from judge.service.access.errors import AsciiJSON, LostProblemError
from judge.service.schemas.base import Answer
from judge.service.schemas.submissions import NewSource
from judge.service.submissions.dispatcher import Dispatcher
from judge.storage import Row


def find_problem(catalog: CachedCatalog, slug: str) -> Problem:
    """Return the problem of that name. Raises `LostProblemError` when there is none."""
    try:
        return catalog.get(slug)
    except UnknownProblemError as error:
        raise LostProblemError(error) from None


def problem_of(catalog: CachedCatalog, new: NewSource) -> tuple[Problem, FoundBy | None]:
    """Return the problem that a source is for, and what told it if it was not named.

    Raises `LostProblemError`, and `UnknownProblemError` for a path that tells none.
    """
    if new.problem is not None:
        return find_problem(catalog, new.problem), None
    told = naming.find_problem(new.path or "", new.source_bytes(), catalog)
    return catalog.get(told.slug), told.by


async def known_row(dispatcher: Dispatcher, id_: str, caller: Caller) -> Row:
    """Return a submission of the caller's. Raises `HTTPException` 404 when there is none."""
    row = await dispatcher.find(id_, caller.owner)
    if row is None:
        raise HTTPException(404, "no such submission; finished ones are kept for a while only")
    return row


def language_for(problem: Problem, named: str | None) -> str:
    """Return the language of a source: the problem's own when none is named.

    Raises `HTTPException` 422 for one that the problem cannot be solved in.
    """
    languages = problem.kind.languages
    if named is not None and named not in languages:
        raise HTTPException(422, f"{problem.slug} is solved in {' or '.join(languages)}")
    return named or problem.language.name


def json_answer(
    model: Answer, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """Return a model as JSON."""
    return AsciiJSON(model.document(), status, headers=headers)


def tagged_answer(model: Answer, if_none_match: str) -> Response:
    """Return a model with its ETag, or 304 to a client that has it already."""
    answer = json_answer(model)
    tag = f'"{hashlib.sha256(answer.body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    known = [one.strip().removeprefix("W/") for one in if_none_match.split(",")]
    if tag in known or "*" in known:
        return Response(status_code=304, headers=headers)
    answer.headers.update(headers)
    return answer


def try_again(why: str) -> HTTPException:
    """Return the error 503 that tells a client to come back in a moment."""
    return HTTPException(503, f"{why}; try again in a moment", headers={"Retry-After": "5"})
