"""One attempt at a submission as spans: waiting, the attempt, its phases, the programs of each.

The programs tell nothing themselves: what is known of them was seen from outside.
"""

import threading

from judge.events import CorpusBuilding, CorpusVerdict, DataBuilding, Event, Started
from judge.reports import VerdictKnown
from judge.storage import Lease, Task
from judge.tracing import Tracer
from judge.verdict import Verdict
from sandbox import Session

#: Event -> the phase that it begins. The first one, before any event, is `open`.
PHASES: dict[type[Event | VerdictKnown], str] = {
    DataBuilding: "build",
    CorpusBuilding: "build",
    Started: "cases",
    CorpusVerdict: "look",
    VerdictKnown: "timing",
}
#: A live search or a small counterexample may take hundreds of programs; the others are counted.
MOST_PROGRAMS = 100


class TracedAttempt:
    """The spans of one attempt. Programs may end in any thread."""

    def __init__(self, tracer: Tracer, lease: Lease, task: Task) -> None:
        tracer.begin("wait", task.traceparent, task.submitted_at, submission=task.id).end()
        self._span = tracer.begin(
            "judge",
            task.traceparent,
            submission=task.id,
            problem=task.problem,
            attempt=lease.attempt,
        )
        self._lock = threading.Lock()
        self._programs = 0
        self._phase_name = "open"
        self._phase = self._span.child(self._phase_name)

    def step(self, event: Event | VerdictKnown) -> None:
        """Take in an event of the judging."""
        name = PHASES.get(type(event), self._phase_name)
        if name != self._phase_name:
            with self._lock:
                self._phase.end()
                self._phase_name, self._phase = name, self._span.child(name)

    def program(self, session: Session) -> None:
        """Take in a program that has ended."""
        usage = session.usage()
        with self._lock:
            self._programs += 1
            if self._programs <= MOST_PROGRAMS:
                self._phase.child(
                    "program",
                    session.began_at,
                    pid=session.pid,
                    cpu_seconds=usage.cpu_seconds,
                    peak_bytes=usage.peak_bytes or 0,
                ).end()

    def end(self, verdict: Verdict | None) -> None:
        """End the attempt; without a verdict it was given back, or not wanted any more."""
        with self._lock:
            self._phase.end()
            self._span.note(programs=self._programs, verdict=verdict.value if verdict else "none")
            self._span.end(failed=verdict is Verdict.INTERNAL_ERROR)
