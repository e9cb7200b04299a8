"""Submissions judged again and again, two at a time beside a busy core: what may not differ.

Makes two worker processes and one that is busy; `judged` ends them all.
"""

import multiprocessing
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from judge.events import result_of
from judge.execution.sandboxes import Sandboxes
from judge.judging.corpus import ready_corpus
from judge.pipeline import judge
from judge.problems.catalog import default_catalog
from judge.reports.report import Report
from judge.settings import Settings
from judge.submission import read_submission
from judge.verdict import Verdict

WORKERS = 2
#: The report tells of these that something was close to a limit, or cut short by a clock.
EXCUSED = {"search_guard_fired"}
#: The words of these hold what was measured; the verdict, the group and the size may not differ.
MEASURED = (Verdict.TIME_LIMIT_EXCEEDED, Verdict.MEMORY_LIMIT_EXCEEDED)

Task = tuple[str, str]


def tasks(count: int) -> list[Task]:
    """Return `count` sample solutions, of every package in turn and of every verdict."""
    rng = random.Random(20261121)
    stacks: list[list[Task]] = []
    catalog = default_catalog()
    for slug in catalog.slugs():
        found = [(slug, str(one.path)) for one in catalog.get(slug).sample_solutions()]
        rng.shuffle(found)
        stacks.append(found)
    turns = max(map(len, stacks))
    every = [stack[turn] for turn in range(turns) for stack in stacks if turn < len(stack)]
    return every[:count]


def judged(chosen: list[Task], repeats: int, cache: Path) -> Iterator[tuple[Task, str | None]]:
    """Judge each task `repeats` times; yield what must be equal, None where the report excuses it.

    All corpora are made first, in peace: their times are what the limits come from.
    """
    _warm({slug for slug, _ in chosen}, cache)
    context = multiprocessing.get_context("spawn")
    again = [task for _ in range(repeats) for task in chosen]
    with _busy_core(), ProcessPoolExecutor(WORKERS, mp_context=context) as pool:
        yield from zip(again, pool.map(_once, again, [str(cache)] * len(again)), strict=True)


def _settings(cache: str) -> Settings:
    return Settings.from_environment({**os.environ, "JUDGE_CACHE_DIR": cache})


def _warm(slugs: set[str], cache: Path) -> None:
    settings = _settings(str(cache))
    for slug in slugs:
        problem = default_catalog().get(slug)
        with Sandboxes(problem, settings) as sandboxes:
            result_of(ready_corpus(problem, settings, sandboxes.main))


def _once(task: Task, cache: str) -> str | None:
    slug, path = task
    problem = default_catalog().get(slug)
    return essence(result_of(judge(read_submission(path), problem, _settings(cache))))


def essence(report: Report) -> str | None:
    """Return what every run must give again, or None where the report says that it may differ."""
    close = report.limits is not None and report.limits.close_call
    if close or EXCUSED & {note.code for note in report.notes}:
        return None
    seen: dict[str, Any] = {"verdict": report.verdict, "cases": report.cases}
    failure = report.failure
    if failure is not None:
        seen["failure"] = failure
        if report.verdict in MEASURED:
            seen["failure"] = failure.group, failure.size, failure.clock
    return repr(seen)


@contextmanager
def _busy_core() -> Iterator[None]:
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as busy:
        try:
            yield
        finally:
            busy.kill()
