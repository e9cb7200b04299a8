"""`/v1/rounds`: the hour rehearsed, one route a command."""

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from judge import practice
from judge.errors import ProblemError, UsageError
from judge.practice import Card, Course, Phase, PlannedPart, RoundState
from judge.problems import CachedCatalog, Problem
from judge.service.access.callers import Caller, caller_of
from judge.service.access.errors import error_shapes
from judge.service.access.rate_limits import RateLimits
from judge.service.histories.readings import Readings
from judge.service.routes.answers import find_problem, json_answer, try_again
from judge.service.routes.headers import KNOWN_ONLY, LONGEST_WAIT_SECONDS, Id
from judge.service.routes.runs import gone, refuse_data
from judge.service.schemas.base import Body
from judge.service.schemas.rounds import (
    CardView,
    InPart,
    NewAnswer,
    NewApproach,
    NewAsk,
    NewExample,
    NewRound,
    RoundAnswer,
    RoundList,
)
from judge.service.schemas.text_tree import text_tree
from judge.service.settings import Hidden
from judge.service.submissions.rounds import DEADLINE, FINISHED, Rounds, now
from judge.service.submissions.runs import Runs
from judge.storage import Scope

MOST_SEED = 1_000_000
COMMANDS = ("open", "reveal", "ask", "example", "approach", "answer", "pause", "resume", "finish")


class RoundRoutes:
    """The rounds of the caller."""

    def __init__(
        self,
        catalog: CachedCatalog,
        rounds: Rounds,
        runs: Runs,
        limits: RateLimits,
        readings: Readings,
        hidden: Hidden,
    ) -> None:
        self._catalog = catalog
        self._rounds = rounds
        self._runs = runs
        self._limits = limits
        self._readings = readings
        self._hidden = hidden

    def router(self) -> APIRouter:
        """Return the routes."""
        router = APIRouter(prefix="/v1", tags=["rounds"], dependencies=[KNOWN_ONLY])
        known = error_shapes(401, 403, 404, 422, 429, 500, 503)
        sent = error_shapes(400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 503)
        add = router.add_api_route
        add(
            "/rounds",
            self.start,
            operation_id="start_round",
            methods=["POST"],
            status_code=201,
            response_model=RoundAnswer,
            responses=sent,
        )
        add(
            "/rounds",
            self.every,
            operation_id="rounds",
            response_model=RoundList,
            responses=known,
        )
        add(
            "/rounds/{id}",
            self.one,
            operation_id="one_round",
            response_model=RoundAnswer,
            responses=known,
        )
        for name in COMMANDS:
            add(
                f"/rounds/{{id}}/{name}",
                getattr(self, name),
                operation_id=f"round_{name}",
                methods=["POST"],
                response_model=RoundAnswer,
                responses=sent,
            )
        return router

    async def start(self, request: Request, new: NewRound) -> Response:
        """Draw the parts of a round, or take those that are named, and start its clock."""
        caller = await self._working(request)
        for one in await self._every(caller):
            if one.ended_at is None and one.is_on(now()):
                raise HTTPException(409, f"a round is going on: {one.id}")
            await self._settle(caller, one)
        event = await self._readings.do(caller.owner, lambda: self._drawn(caller, new))
        await run_in_threadpool(self._rounds.keep, caller.owner, event)
        return await self._answer(caller, event.id, 201)

    def _drawn(self, caller: Caller, new: NewRound) -> practice.Event:
        seed = secrets.randbelow(MOST_SEED) if new.seed is None else new.seed
        return practice.started(
            self._parts(caller, new, seed),
            minutes=new.minutes,
            seed=seed,
            now=now(),
            boot=practice.this_boot(),
        )

    def _parts(self, caller: Caller, new: NewRound, seed: int) -> tuple[PlannedPart, ...]:
        if new.problems is not None:
            for slug in new.problems:
                caller.require(slug)
            chosen = [find_problem(self._catalog, slug) for slug in dict.fromkeys(new.problems)]
            return practice.parts_of([practice.candidate_of(one) for one in chosen], new.minutes)
        wish = practice.Wish(
            minutes=new.minutes,
            count=new.count,
            topics=tuple(new.topics),
            extra=tuple(practice.PartKind(one) for one in dict.fromkeys(new.extra)),
        )
        evening = self._rounds.evening(caller.owner, caller.bounds.shows)
        queue = evening.queue()
        due = {one.problem for one in (*queue.asked, *queue.waiting)}
        candidates = [practice.candidate_of(one) for one in evening.problems]
        return practice.draw(candidates, evening.events, wish, seed, due)

    async def every(self, request: Request) -> Response:
        """List the rounds, newest first, without their cards."""
        caller = caller_of(request.scope, Scope.READ)
        for one in await self._every(caller):
            await self._settle(caller, one)
        found = await self._every(caller)
        return json_answer(RoundList(rounds=[_view(one) for one in reversed(found)]))

    async def one(self, request: Request, id: Id) -> Response:  # noqa: A002 - the contract's name
        """Show a round; one whose time is up is closed first."""
        caller = caller_of(request.scope, Scope.READ)
        await self._settle(caller, await self._found(caller, id))
        return await self._answer(caller, id)

    async def open(self, request: Request, id: Id, new: InPart) -> Response:  # noqa: A002 - likewise
        """Open a part, the next one if none is named; its statement comes without the rules."""
        caller, one = await self._going(request, id)
        following = one.next_part()
        part = one.part(new.part or (following.slug if following else None))
        problem = await run_in_threadpool(find_problem, self._catalog, part.slug)
        if part.slug != one.current:
            await self._keep(caller, practice.act(one, practice.OPEN, part.slug, now()))
        statement = practice.without_rules(problem.statement)
        return await self._answer(
            caller,
            id,
            statement=statement,
            statement_tree=text_tree(statement),
            question=_question(one, part.slug, problem),
        )

    async def reveal(self, request: Request, id: Id, new: InPart) -> Response:  # noqa: A002 - likewise
        """Show the rules of a part; it is recorded."""
        caller, one = await self._going(request, id)
        part, problem = await self._part(one, new)
        await self._keep(caller, practice.act(one, "round_reveal", part.slug, now()))
        rules = practice.rules_of(problem.statement)
        return await self._answer(caller, id, rules=rules, rules_tree=text_tree(rules))

    async def ask(self, request: Request, id: Id, new: NewAsk) -> Response:  # noqa: A002 - likewise
        """Ask what the statement leaves open."""
        caller, one = await self._going(request, id)
        part, problem = await self._part(one, new)
        event, question = practice.asked(one, part.slug, problem, new.text, now())
        await self._keep(caller, event)
        reply = f"{question.ask} {question.answer}" if question is not None else None
        return await self._answer(caller, id, reply=reply)

    async def example(
        self,
        request: Request,
        id: Id,  # noqa: A002 - likewise
        new: NewExample,
    ) -> Response:
        """Predict by hand what an input gives; the reference says whether it is right."""
        caller, one = await self._going(request, id)
        part, problem = await self._part(one, new)
        moment = now()
        problem.refuse("input")
        if not problem.kind.plain:
            raise HTTPException(422, f"what {problem.slug} answers is not predicted by hand")
        if self._hidden is not Hidden.FULL:
            refuse_data(problem, new.arguments)

        async def keep(right: bool | None) -> None:
            facts = practice.example_facts(new.arguments, new.predicted, right=right)
            await self._keep(caller, practice.act(one, "round_example", part.slug, moment, facts))

        try:
            expected = await self._expected(request, caller, problem, new.arguments)
        except (UsageError, ProblemError) as error:
            await keep(None)  # outside the constraints there is nothing to be right about
            why = str(error) if isinstance(error, UsageError) else "the reference has no answer"
            raise HTTPException(422, why) from None
        right = await run_in_threadpool(
            practice.is_right, problem, new.arguments, expected, new.predicted
        )
        await keep(right)
        return await self._answer(caller, id, right=right, expected=expected)

    async def _expected(
        self, request: Request, caller: Caller, problem: Problem, arguments: dict[str, Any]
    ) -> Any:
        work = self._runs.play(caller.owner, problem.reference, problem, arguments)
        try:
            in_time = await work.wait(LONGEST_WAIT_SECONDS, gone(request))
        finally:
            self._runs.runner.cancel(work)
        played = work.future.result() if in_time else None
        if not played:
            raise try_again("it was not over in time")
        if "expected" in played[0].cut:
            raise UsageError("the answer to this input is too long to be predicted")
        return played[0].expected

    async def approach(
        self,
        request: Request,
        id: Id,  # noqa: A002 - likewise
        new: NewApproach,
    ) -> Response:
        """Say what is about to be coded, and what it costs."""
        caller, one = await self._going(request, id)
        part, _ = await self._part(one, new)
        costs = (new.time, new.space)
        await self._keep(caller, practice.approached(one, part.slug, new.text, costs, now()))
        return await self._answer(caller, id)

    async def answer(
        self,
        request: Request,
        id: Id,  # noqa: A002 - likewise
        new: NewAnswer,
    ) -> Response:
        """Answer the follow-up that is open; the next one comes back."""
        caller, one = await self._going(request, id)
        part, problem = await self._part(one, new)
        question = practice.open_question(one, part.slug, problem)
        if question is None:
            raise HTTPException(409, f"{part.slug} has no more follow-ups")
        await self._keep(caller, practice.answered(one, part.slug, question, new.text, now()))
        one = await self._found(caller, id)
        return await self._answer(
            caller, id, question=practice.open_question(one, part.slug, problem)
        )

    async def pause(self, request: Request, id: Id, _new: Body) -> Response:  # noqa: A002 - likewise
        """Stop the clock; the card tells it."""
        caller, one = await self._going(request, id)
        await self._keep(caller, _allowed(practice.paused, one))
        return await self._answer(caller, id)

    async def resume(self, request: Request, id: Id, _new: Body) -> Response:  # noqa: A002 - likewise
        """Let the clock go on."""
        caller, one = await self._going(request, id)
        await self._keep(caller, _allowed(practice.resumed, one))
        return await self._answer(caller, id)

    async def finish(self, request: Request, id: Id, _new: Body) -> Response:  # noqa: A002 - likewise
        """End the round: the last texts that were not submitted are judged, and it is scored."""
        caller = await self._working(request)
        one = await self._found(caller, id)
        if one.ended_at is None:
            reason = DEADLINE if one.state(now()) is RoundState.OVER else FINISHED
            if not await self._rounds.close(caller.owner, one, reason, LONGEST_WAIT_SECONDS):
                raise try_again("the last texts are being judged")
        return await self._answer(caller, id, seconds=LONGEST_WAIT_SECONDS)

    async def _working(self, request: Request) -> Caller:
        caller = caller_of(request.scope, Scope.SUBMIT)
        if not caller.local:
            await run_in_threadpool(self._limits.work, caller.owner)
        return caller

    async def _found(self, caller: Caller, id_: str) -> Course:
        return await self._readings.do(caller.owner, lambda: self._rounds.one(caller.owner, id_))

    async def _every(self, caller: Caller) -> list[Course]:
        return await self._readings.do(caller.owner, lambda: self._rounds.every(caller.owner))

    async def _going(self, request: Request, id_: str) -> tuple[Caller, Course]:
        """Return a round that goes on. Raises `HTTPException` 409 where it does not."""
        caller = await self._working(request)
        one = await self._found(caller, id_)
        if one.is_on(now()):
            return caller, one
        await self._settle(caller, one)
        raise HTTPException(409, "the round is over")

    async def _settle(self, caller: Caller, one: Course) -> None:
        """Close a round whose time is up, as far as that is possible now."""
        if one.state(now()) is RoundState.OVER:
            await self._rounds.close(caller.owner, one, DEADLINE, 0)

    async def _part(self, one: Course, new: InPart) -> tuple[PlannedPart, Problem]:
        part = one.part(new.part)
        return part, await run_in_threadpool(find_problem, self._catalog, part.slug)

    async def _keep(self, caller: Caller, event: practice.Event) -> None:
        await run_in_threadpool(self._rounds.keep, caller.owner, event)

    async def _answer(
        self, caller: Caller, id_: str, status: int = 200, *, seconds: float = 0, **more: Any
    ) -> Response:
        one = await self._found(caller, id_)
        card = await self._rounds.card(caller.owner, one, seconds)
        return json_answer(_view(one, card, **more), status)


def _view(one: Course, card: Card | None = None, **more: Any) -> RoundAnswer:
    shown = CardView.of(card) if card is not None else None
    moment = now()
    left = int(one.left(moment).total_seconds())
    facts = {**one.to_json(moment), "left": left, "current": one.current}
    return RoundAnswer.model_validate({**facts, "card": shown, **more})


def _question(one: Course, slug: str, problem: Problem) -> str | None:
    """Return the follow-up that is open; there is none before a solution is accepted."""
    if one.phase(slug) is not Phase.DISCUSS:
        return None
    return practice.open_question(one, slug, problem)


def _allowed(act: Callable[[Course, datetime], practice.Event], one: Course) -> practice.Event:
    """Return an event of the clock. Raises `HTTPException` 409 where it stands otherwise."""
    try:
        return act(one, now())
    except UsageError as error:
        raise HTTPException(409, str(error)) from None
