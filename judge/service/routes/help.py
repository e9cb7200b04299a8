"""`/v1/problems/{slug}/start`, `hints`, `editorial`, `solutions`: opened, and recorded as that."""

import threading
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from judge import __version__, practice
from judge.practice import Past
from judge.problems import CachedCatalog, Problem
from judge.service.access.callers import Caller, caller_of
from judge.service.access.errors import error_shapes
from judge.service.access.rate_limits import RateLimits
from judge.service.histories.practised import Practised
from judge.service.histories.zones import now_in
from judge.service.routes.answers import find_problem, json_answer
from judge.service.routes.headers import KNOWN_ONLY
from judge.service.schemas.practice import (
    EditorialAnswer,
    FollowUpView,
    HintAnswer,
    NewEditorial,
    NewHint,
    NewSolutions,
    NewStart,
    SolutionsAnswer,
    SolutionView,
    StartAnswer,
)
from judge.service.schemas.text_tree import text_tree
from judge.service.submissions.ladders import Ladders
from judge.storage import Scope


class HelpRoutes:
    """Beginnings, hints, editorials and others' solutions."""

    def __init__(
        self, catalog: CachedCatalog, practised: Practised, limits: RateLimits, ladders: Ladders
    ) -> None:
        self._catalog = catalog
        self._practised = practised
        self._limits = limits
        self._ladders = ladders
        self._opening = threading.Lock()

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1/problems", tags=["practice"], dependencies=[KNOWN_ONLY])
        sent = error_shapes(400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 503)
        for name, act, operation, answer in (
            ("start", self.start, "start_problem", StartAnswer),
            ("hints", self.hint, "open_hint", HintAnswer),
            ("editorial", self.editorial, "open_editorial", EditorialAnswer),
            ("solutions", self.solutions, "open_solutions", SolutionsAnswer),
        ):
            router.add_api_route(
                f"/{{slug}}/{name}",
                act,
                operation_id=operation,
                methods=["POST"],
                response_model=answer,
                responses=sent,
            )
        return router

    def start(self, request: Request, slug: str, new: NewStart) -> Response:
        """Record that a person begins a problem, which a client that only reads it does not send.

        In a round that goes on it opens the part; `rules` says that these are shown too.
        """
        caller, problem = self._asked(request, slug)
        found = self._practised.began(caller.owner, problem, rules=new.rules)
        return json_answer(StartAnswer(problem=problem.slug, round=found))

    def hint(self, request: Request, slug: str, new: NewHint) -> Response:
        """Open the next hint, or that of a number; one that is open already costs nothing again."""
        caller, problem = self._asked(request, slug)
        # Two at once would both see the same hints open, and open the same one.
        with self._opening:
            return self._open_hint(caller, problem, new)

    def _open_hint(self, caller: Caller, problem: Problem, new: NewHint) -> Response:
        before = self._practised.read(caller.owner, problem.slug)
        count, opened = len(problem.hints), practice.past_of(before).hints
        n = max(opened, default=0) + 1 if new.n is None else new.n
        if n > count:
            why = f"there is no hint {n}" if new.n is not None else "all of them are open"
            raise HTTPException(409, f"{problem.slug} has {count} hints; {why}")
        if n not in opened:
            self._record(caller, "hint", problem, {"n": n, "last": n == count})
        left = len(set(range(1, count + 1)) - opened - {n})
        opening = [] if n in opened else [n]
        return json_answer(
            HintAnswer(
                problem=problem.slug,
                n=n,
                hint=problem.hints[n - 1],
                hint_count=count,
                left=left,
                price=practice.hint_price(before, opening, count, now_in(None)),
            )
        )

    def editorial(self, request: Request, slug: str, new: NewEditorial) -> Response:
        """Tell how a problem is solved: after it was accepted, or before that with `yes`."""
        caller, problem = self._asked(request, slug)
        self._require_solved(caller, problem, "its editorial tells how", yes=new.yes)
        self._record(caller, "editorial", problem, {})
        pairs = problem.interview.follow_ups
        answer = EditorialAnswer(
            problem=problem.slug,
            editorial=problem.editorial,
            editorial_tree=text_tree(problem.editorial),
            follow_ups=[FollowUpView(question=one.question, answer=one.answer) for one in pairs],
        )
        return json_answer(answer)

    def solutions(self, request: Request, slug: str, new: NewSolutions) -> Response:
        """List how others solve a problem, or show one by its name; as the editorial is told."""
        caller, problem = self._asked(request, slug)
        self._require_solved(caller, problem, "its solutions tell how", yes=new.yes)
        rungs = self._ladders.rungs(caller.owner, problem.slug)
        found = practice.known_solutions(problem, rungs)
        if new.name is not None:
            found = [one for one in found if one.name == new.name]
            if not found:
                raise HTTPException(404, f"{problem.slug} has no solution of that name")
        self._record(caller, "solutions", problem, {"name": new.name})
        views = [SolutionView.of(one, whole=new.name is not None) for one in found]
        return json_answer(SolutionsAnswer(problem=problem.slug, solutions=views))

    def _require_solved(self, caller: Caller, problem: Problem, what: str, *, yes: bool) -> None:
        if not yes and not self._past(caller, problem).solved:
            why = f"{problem.slug} is not solved yet, and {what}"
            raise HTTPException(409, f'{why}; send {{"yes": true}} to read it all the same')

    def _asked(self, request: Request, slug: str) -> tuple[Caller, Problem]:
        # What is asked for is recorded.
        caller = caller_of(request.scope, Scope.SUBMIT)
        if not caller.local:
            self._limits.work(caller.owner)
        problem = find_problem(self._catalog, slug)
        caller.require(problem.slug)
        return caller, problem

    def _past(self, caller: Caller, problem: Problem) -> Past:
        return practice.past_of(self._practised.read(caller.owner, problem.slug))

    def _record(self, caller: Caller, kind: str, problem: Problem, facts: dict[str, Any]) -> None:
        event = practice.new_event(
            kind, problem=problem.slug, version=problem.version, facts=facts, judge=__version__
        )
        self._practised.record(caller.owner, event)
