"""Drafts as texts that were given: what stood in an editor last counts at the end of a round.

While a round goes on, a text that is typed comes into the history now and then, so that whoever
closes the round finds it; what was typed since is taken from the drafts when this service does.
"""

import time
from collections.abc import Callable

from judge import practice
from judge.errors import JudgeError
from judge.practice import Course
from judge.problems import CachedCatalog, Problem
from judge.service.histories.practised import Practised
from judge.storage import Drafts

#: Seconds between two texts of a problem that come into a history, and problems remembered for it.
PAUSE_SECONDS = 5.0
MOST_REMEMBERED = 10_000


class GivenDrafts:
    """The drafts of all owners, as far as rounds ask for them. Any thread may call it."""

    def __init__(
        self,
        catalog: CachedCatalog,
        practised: Practised,
        drafts: Drafts,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._catalog = catalog
        self._practised = practised
        self._drafts = drafts
        self._clock = clock
        self._looked: dict[tuple[str, str], float] = {}

    def typed(self, owner: str, problem: Problem, text: bytes) -> None:
        """Note a text that was typed just now; only in a round anything is kept of it."""
        now, key = self._clock(), (owner, problem.slug)
        if 0 <= now - self._looked.get(key, -PAUSE_SECONDS) < PAUSE_SECONDS:
            return
        if len(self._looked) >= MOST_REMEMBERED:
            self._looked.clear()
        self._looked[key] = now
        if _is_own(problem, text):
            event = practice.drafted(problem.slug, problem.version, text, now)
            self._practised.typed(owner, event, text)

    def hand_in(self, owner: str, one: Course) -> bool:
        """Keep what the drafts of a round held last in time; return whether there was anything."""
        found = False
        for part in one.parts:
            try:
                problem = self._catalog.get(part.slug)
            except JudgeError:
                continue
            for draft in self._drafts.versions(owner, part.slug):
                moment = draft.updated_at
                event = practice.drafted(part.slug, problem.version, draft.source, moment)
                if not one.counts(event):
                    continue
                if moment >= one.started_at.timestamp() and _is_own(problem, draft.source):
                    newest = practice.is_newest(one, event)
                    if newest:
                        self._practised.typed(owner, event, draft.source)
                    found |= newest
                break
        return found


def _is_own(problem: Problem, text: bytes) -> bool:
    """Whether somebody has written anything: to open an editor hands nothing in."""
    return bool(text.strip()) and text != problem.starter.encode()
