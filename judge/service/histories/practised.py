"""What the owners of this service have practised: their histories, and what comes into them.

The local owner's is the file that the command line keeps; that of an issued token lies in the
store. A submission goes into its owner's history once, though the server dies in between: its
event is written with its report and crossed out when the history has it. Nothing here keeps a
verdict from anybody. Any thread may call it.
"""

import json
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import tzinfo
from typing import Any

from judge import __version__, practice
from judge.cache import read_own_file
from judge.errors import HostError, JudgeError, ProblemError
from judge.practice import Course, Evening, Event, Events, Given, History
from judge.problems import CachedCatalog, Problem
from judge.reports import Played, Report, read_report
from judge.service.histories.owner_events import HostedEvents, WithoutSources, event_in
from judge.service.histories.zones import moved_to, now_in
from judge.service.presentation.hidden_facts import redact_event_facts
from judge.service.settings import Hidden
from judge.storage import LOCAL_OWNER, Histories, KeepSources, Submissions, Untold
from judge.verdict import Verdict

log = logging.getLogger("judge.http")

#: Submissions that are told to histories at a time.
AT_A_TIME = 100
MOST_MEASURED_BYTES = 4 * 1024 * 1024


class Practised:
    """The histories of all owners, as far as this host shows them.

    `local` is the local owner's; None where that is not kept.
    """

    def __init__(
        self,
        catalog: CachedCatalog,
        submissions: Submissions,
        histories: Histories,
        local: History | None,
        keep: KeepSources,
        hidden: Hidden,
    ) -> None:
        self._catalog = catalog
        self._submissions = submissions
        self._histories = histories
        self._local = local
        self._keep = keep
        self._hidden = hidden
        self._telling = threading.Lock()

    def keeps(self, owner: str) -> bool:
        """Whether an owner has a history."""
        return owner != LOCAL_OWNER or self._local is not None

    def read(self, owner: str, problem: str | None = None) -> list[Event]:
        """Return the events of an owner, or those of a problem, in order of their moments.

        Facts that this host hides are left out. Every submission that is done is among them.
        """
        self.tell(owner)
        events = self._events(owner)
        found = events.read(problem) if events is not None else []
        return [self.shown(event) for event in found]

    def report(self, owner: str, event: Event) -> bytes | None:
        """Return the report that an event is of, whole; None where the history has none."""
        events = self._events(owner)
        if events is None:
            return None
        # Its digest is among what a host may hide.
        whole = [kept for kept in events.read(event.problem) if kept.id == event.id]
        digest = whole[0].facts.get("report") if whole else None
        return events.text(digest) if isinstance(digest, str) else None

    def accepted_reports(self, owner: str, problem: str) -> Iterator[Report]:
        """Yield the reports that a history has of what was accepted, whole, the newest first."""
        self.tell(owner)
        events = self._events(owner)
        return practice.accepted_reports(events, problem) if events is not None else iter(())

    def text(self, owner: str, digest: str) -> bytes | None:
        """Return a text of an owner's by its SHA-256; None where it is not kept."""
        events = self._events(owner)
        return events.text(digest) if events is not None else None

    def evening(
        self, owner: str, shows: Callable[[str], bool], zone: tzinfo | None = None
    ) -> Evening:
        """Return this day of an owner, with the problems that load, of those that `shows` lets.

        In a zone that is named, all days are that zone's; but events of the local owner were noted
        where they happened, and stay so.
        """
        found = []
        for slug in filter(shows, self._catalog.slugs()):
            try:
                found.append(self._catalog.get(slug))
            except ProblemError as error:
                log.error("%s", error)
        events = self.read(owner)
        if owner != LOCAL_OWNER:
            events = moved_to(zone, events)
        return Evening(practice.local_today(now_in(zone)), events, practice.in_order(found))

    def courses(self, owner: str) -> list[Course]:
        """Return the rounds of an owner, the earliest first, with all that is known of them."""
        self.tell(owner)
        events = self._events(owner)
        return practice.courses_of(events.read()) if events is not None else []

    def shown(self, event: Event) -> Event:
        """Return an event as far as this host shows it."""
        return redact_event_facts(event, self._hidden)

    def measured(self, owner: str, round_: str) -> bytes | None:
        """Return what the command line has measured for a round's card; None where it has not."""
        if owner != LOCAL_OWNER or self._local is None or not round_.isalnum():
            return None
        path = self._local.path.parent / "rounds" / f"{round_}.json"
        try:
            return read_own_file(path, MOST_MEASURED_BYTES)
        except (OSError, ValueError):
            return None

    def keep(self, owner: str, event: Event) -> bool:
        """Keep an event of a round, which lives in the history; return whether it is kept."""
        events = self._events(owner)
        return events is not None and events.append(event)

    def typed(self, owner: str, event: Event, text: bytes) -> None:
        """Keep a text of an editor, where it is of a part of the round that goes on.

        Where that fails, the log says so.
        """
        events = self._events(owner)
        if events is None:
            return
        try:
            event = practice.in_round(events, event)
            if event.round is not None:
                events.append(event, text)
        except HostError as error:
            log.error("a draft is not recorded: %s", error)

    def record(self, owner: str, event: Event) -> None:
        """Keep what an owner did, in the round that goes on; where that fails, the log says so."""
        events = self._events(owner)
        if events is None:
            return
        try:
            events.append(practice.in_round(events, event))
        except HostError as error:
            log.error("an event is not recorded: %s", error)

    def began(self, owner: str, problem: Problem, *, rules: bool) -> str | None:
        """Keep that an owner begins a problem; return the round that it is a part of, if one is on.

        That opens the part. `rules`: its whole statement is shown.
        """
        event = practice.new_event(
            "start", problem=problem.slug, version=problem.version, judge=__version__
        )
        self.record(owner, event)
        events = self._events(owner)
        one = practice.unfinished(practice.courses_of(events.read())) if events else None
        if events is None or one is None or not one.has(problem.slug) or not one.is_on(event.at):
            return None
        if rules:
            self.record(owner, practice.act(one, "round_reveal", problem.slug, now_in(None)))
        return one.id

    def ran(
        self,
        owner: str,
        given: Given,
        problem: Problem,
        runs: Sequence[tuple[dict[str, Any] | None, Sequence[Played]]],
        *,
        valid: bool = True,
    ) -> None:
        """Keep runs, each with its input or None for the samples; likewise."""
        events = self._events(owner)
        if events is None:
            return
        try:
            for arguments, played in runs:
                practice.keep_run(events, given, problem, played, arguments, valid=valid)
        except Exception as error:  # noqa: BLE001 - it is answered all the same
            log.error("a run is not recorded: %s", type(error).__name__)

    def tell(self, owner: str | None = None) -> None:
        """Put the submissions that are done into the history of an owner, or of everybody."""
        try:
            with self._telling:
                if owner is not None:
                    self._tell_all(self._submissions.untold(AT_A_TIME, owner=owner))
                    return
                # The local owner's file may be one that cannot be written, which holds up no other.
                self._tell_all(self._submissions.untold(AT_A_TIME, owner=LOCAL_OWNER))
                self._tell_all(self._submissions.untold(AT_A_TIME, but=LOCAL_OWNER))
        except HostError as error:
            log.error("histories lack submissions, which is tried again: %s", error)

    def _tell_all(self, lacking: list[Untold]) -> None:
        for one in lacking:
            if not self._told(one):
                return
            self._submissions.tell(one.id)

    def _told(self, one: Untold) -> bool:
        """Whether a history has a submission now, or is never to have it."""
        event, events = event_in(one.event), self._events(one.owner)
        if event is None or events is None:
            return True
        before = events.read(one.problem)
        if any(known.id == event.id for known in before):
            return True
        if event.verdict == Verdict.ACCEPTED and practice.is_repeated(event, before):
            event = _with(event, same_as=event.facts.get("same_as") or "own")
        texts = [one.source] if one.source else []
        if self._local is None or one.owner != LOCAL_OWNER:
            events.append(practice.in_round(events, event), *texts)
            return True
        report = one.report.encode("ascii")
        event = practice.in_round(events, _with(event, report=practice.digest_of(report)))
        kept = self._local.append(event, *texts, report)
        self._meet(one, event)
        return kept

    def _meet(self, one: Untold, event: Event) -> None:
        if self._local is None:
            return
        try:
            problem = self._catalog.get(one.problem)
            report = read_report(json.loads(one.report))
            practice.keep_met(self._local, problem, event, report)
        except (JudgeError, OSError, ValueError, RecursionError) as error:
            log.warning("the input of %s is not met again: %s", one.id, type(error).__name__)

    def _events(self, owner: str) -> Events | None:
        if owner == LOCAL_OWNER:
            if self._local is not None and self._keep is KeepSources.NONE:
                return WithoutSources(self._local)
            return self._local
        keeps = self._keep is KeepSources.ALL
        return HostedEvents(self._histories, owner, keeps_texts=keeps)


def _with(event: Event, **facts: Any) -> Event:
    return event._replace(facts={**event.facts, **facts})
