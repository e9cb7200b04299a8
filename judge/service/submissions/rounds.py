"""Rounds of the owners of this service: found in their histories, closed, and scored.

A round whose time is up is closed by whoever comes next: the texts that it was given last are
handed in under ids of their own, so whoever else closes it judges none of them twice.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from starlette.exceptions import HTTPException

from judge import events, measurement, practice, reports
from judge.errors import JudgeError
from judge.practice import Card, Course, Evening, Event, NoRoundError, RoundState
from judge.problems import CachedCatalog, Problem
from judge.service.access.shares import ShareError, UnavailableError
from judge.service.histories.given_drafts import GivenDrafts
from judge.service.histories.practised import Practised
from judge.service.submissions.dispatcher import Dispatcher
from judge.service.submissions.runs import Runs, Wanted, Work
from judge.settings import Settings
from judge.storage import LOCAL_OWNER, NewRow, Row
from judge.submission import Submission
from sandbox import SandboxError

log = logging.getLogger("judge.http")

FINISHED, DEADLINE = "finished", "deadline"
#: Cards of which the measured half is remembered.
MOST_MEASURED = 256

Measured = dict[str, Any]
Bench = Callable[[Submission, Problem, Settings], "measurement.BenchSteps"]


class UnwantedError(Exception):
    """Raised in a measurement that nobody waits for any more."""


def now() -> datetime:
    """Return this moment in the local time zone."""
    return datetime.now().astimezone()


class Rounds:
    """The rounds of all owners. What is async belongs to the event loop's thread."""

    def __init__(
        self,
        catalog: CachedCatalog,
        practised: Practised,
        dispatcher: Dispatcher,
        runs: Runs,
        settings: Settings,
        drafts: GivenDrafts,
        bench: Bench,
    ) -> None:
        self._bench = bench
        self._catalog = catalog
        self._practised = practised
        self._drafts = drafts
        self._dispatcher = dispatcher
        self._runs = runs
        self._settings = settings
        self._works: dict[tuple[str, str], Work[Measured]] = {}

    def every(self, owner: str) -> list[Course]:
        """Return the rounds of an owner, the earliest first."""
        return self._practised.courses(owner)

    def evening(self, owner: str, shows: Callable[[str], bool]) -> Evening:
        """Return this day of an owner, of the problems that `shows` lets."""
        return self._practised.evening(owner, shows)

    def one(self, owner: str, id_: str) -> Course:
        """Return a round of an owner. Raises `HTTPException` 404."""
        found = next((one for one in self.every(owner) if one.id == id_), None)
        if found is None:
            raise HTTPException(404, "there is no such round")
        return found

    def keep(self, owner: str, event: Event) -> None:
        """Keep an event of a round. Raises `HTTPException` 409 where the history takes none."""
        if not self._practised.keep(owner, event):
            raise HTTPException(409, "a round lives in the history, which takes nothing now")

    async def close(self, owner: str, one: Course, reason: str, seconds: float) -> bool:
        """End a round once its last texts are judged; False while one of them is not."""
        if await asyncio.to_thread(self._drafts.hand_in, owner, one):
            one = await asyncio.to_thread(self.one, owner, one.id)
        rows = [await self._last_row(owner, one, given) for given in practice.last_texts(one)]
        for row in [row for row in rows if row is not None]:
            if not (await self._dispatcher.wait(row, seconds)).status.over:
                return False
        await asyncio.to_thread(self._practised.tell, owner)
        return await asyncio.to_thread(
            self._practised.keep, owner, practice.ended(one, now(), reason)
        )

    async def _last_row(self, owner: str, one: Course, given: Event) -> Row | None:
        """Hand in the last text of a part, if it is not yet; None where it is lost."""
        text = await asyncio.to_thread(self._practised.text, owner, given.source or "")
        problem = await asyncio.to_thread(self._problem, given.problem or "")
        if text is None or problem is None:
            return None
        name = f"{problem.slug}{problem.language.suffixes[0]}"
        submission = problem.in_language(Submission(text, name))
        then = practice.last_given(one, given, submission)
        known = await self._dispatcher.find(then.id, owner)
        if known is not None:
            return known
        new = NewRow(
            id=then.id,
            owner=owner,
            problem=problem.slug,
            language=submission.language or problem.language.name,
            source=text,
            timing=True if owner == LOCAL_OWNER else None,
            given_at=then.began,
        )
        return await self._dispatcher.submit(new, limited=False)

    async def card(self, owner: str, one: Course, seconds: float) -> Card | None:
        """Return the scorecard of a round that has ended; None while it is not made yet."""
        if one.state(now()) is not RoundState.ENDED:
            return None
        measured = await self._measured(owner, one, seconds)
        if measured is None:
            return None
        return await asyncio.to_thread(self._scored, one, measured)

    def _scored(self, one: Course, measured: Measured) -> Card | None:
        try:
            return practice.score(map(self._practised.shown, one.events), measured)
        except (NoRoundError, JudgeError) as error:
            log.warning("a round has no card: %s", type(error).__name__)
            return None

    async def _measured(self, owner: str, one: Course, seconds: float) -> Measured | None:
        kept = await asyncio.to_thread(self._kept, owner, one)
        if kept is not None:
            return kept
        key = (owner, one.id)
        if key not in self._works:
            while len(self._works) >= MOST_MEASURED:
                del self._works[next(iter(self._works))]
            try:
                self._works[key] = self._runs.runner.take(
                    owner, lambda wanted: self._measure(owner, one, wanted)
                )
            except (ShareError, UnavailableError):
                return None
        work = self._works[key]
        await self._runs.wait_for(work, seconds)
        if not work.future.done():
            return None
        if work.future.exception() is not None:
            del self._works[key]
            return None
        return work.future.result()

    def _kept(self, owner: str, one: Course) -> Measured | None:
        """Return what the command line has measured for a card; None where it has not."""
        kept = self._practised.measured(owner, one.id)
        with suppress(ValueError, RecursionError):
            found = json.loads(kept or b"null")
            return found if isinstance(found, dict) else None
        return None

    def _measure(self, owner: str, one: Course, wanted: Wanted) -> Measured:
        """Return what a card needs besides the events."""
        slugs = [part.slug for part in one.parts]
        problems = {slug: problem for slug in slugs if (problem := self._problem(slug)) is not None}
        measured = [problems[slug] for slug in practice.problem_parts(one) if slug in problems]
        return practice.measured_of(
            one,
            problems,
            caught={problem.slug: self._caught(one, problem) for problem in measured},
            quality=self._quality(owner, one),
            space={problem.slug: self._space(owner, one, problem, wanted) for problem in measured},
            linted=practice.linter() is not None,
        )

    def _caught(self, one: Course, problem: Problem) -> int | None:
        inputs = practice.own_inputs(one, problem.slug)
        try:
            return practice.caught(problem, self._settings, inputs) if inputs is not None else None
        except (JudgeError, SandboxError) as error:
            log.warning("what was caught of %s is not known: %s", problem.slug, error)
            return None

    def _space(self, owner: str, one: Course, problem: Problem, wanted: Wanted) -> bool | None:
        """Measure whether memory grows as declared; None where nothing was or nobody can tell."""
        accepted = practice.last_accepted(one, problem.slug)
        own, approach = practice.declared_space(one, problem.slug)
        known = approach if approach in measurement.CLASSES else None
        text = self._practised.text(owner, accepted.source or "") if accepted else None
        if text is None or not (own or known) or problem.refusal("bench") is not None:
            return None

        def watch(_step: object) -> None:
            if not wanted():
                raise UnwantedError

        name = f"{problem.slug}{problem.language.suffixes[0]}"
        submission = problem.in_language(Submission(text, name))
        try:
            steps = self._bench(submission, problem, self._settings)
            grown = reports.growths_of(events.result_of(steps, watch).grown)
        except UnwantedError:
            return None
        except (JudgeError, SandboxError) as error:
            log.warning("the memory of %s was not measured: %s", problem.slug, error)
            return None
        if grown is None or grown.memory is None:
            return None
        return practice.space_agrees(grown.memory, own=own, approach=known)

    def _quality(self, owner: str, one: Course) -> Mapping[str, list[str] | None]:
        texts = {
            digest: self._practised.text(owner, digest) for digest in practice.judged_texts(one)
        }
        return {
            digest: practice.quality_of(text) for digest, text in texts.items() if text is not None
        }

    def _problem(self, slug: str) -> Problem | None:
        try:
            return self._catalog.get(slug)
        except JudgeError:
            return None
