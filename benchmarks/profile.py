"""Where the CPU of one grading goes: `python -m benchmarks.profile [COUNT]`.

Grades `lca` warm, as a worker does, each time with a text of its own whose fresh inputs were drawn
before, and prints milliseconds of CPU a grading: of the whole tree of processes, of the judge's
own, and of that by room. The shares of the rooms come from a profile of the main thread, which
makes small functions dearer than they are, so they are told as parts of what was measured without
it.
"""

import cProfile
import os
import pstats
import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks.service import SOURCE, cpu_of, grade
from judge.events import result_of
from judge.execution import SandboxCache
from judge.pipeline import judge
from judge.problems import Problem, default_catalog, warm_strategies
from judge.settings import Settings
from judge.submission import Submission

ROOT = Path(__file__).resolve().parents[1]
COLD = 2


def main(count: int) -> None:
    """Print the table."""
    settings = Settings.from_environment(os.environ)
    problem = default_catalog(settings.cache_dir).get("lca")
    warm_strategies()
    cache = SandboxCache()
    graded(cache, problem, settings, range(COLD + 2 * count))
    process, thread = time.process_time(), time.thread_time()
    graded(cache, problem, settings, range(COLD, COLD + count))
    own = (time.process_time() - process) / count
    main_thread = (time.thread_time() - thread) / count
    profile = cProfile.Profile(time.thread_time)
    profile.runcall(graded, cache, problem, settings, range(COLD + count, COLD + 2 * count))
    cache.close()
    whole = cpu_of(grade, count) / count
    print(f"{'CPU of one grading of lca':<42} {whole * 1e3:>8.1f} ms")
    print(f"{'  programs, their servers, package code':<42} {(whole - own) * 1e3:>8.1f} ms")
    print(f"{'  the judge':<42} {own * 1e3:>8.1f} ms")
    print(f"{'    threads beside the main one':<42} {(own - main_thread) * 1e3:>8.1f} ms")
    for room, share in rooms(profile):
        print(f"{f'    {room}':<42} {share * main_thread * 1e3:>8.1f} ms")


def graded(cache: SandboxCache, problem: Problem, settings: Settings, numbers: range) -> None:
    """Grade once for each number."""
    for number in numbers:
        submission = Submission(f"{SOURCE}# {number}\n".encode(), "lca.py")
        with cache.sandboxes(problem, settings) as sandboxes:
            result_of(judge(submission, problem, settings, sandboxes))


def rooms(profile: cProfile.Profile) -> list[tuple[str, float]]:
    """Return the share of each room in the profile, the largest first."""
    spent: Counter[str] = Counter()
    kept = pstats.Stats(profile).stats  # type: ignore[attr-defined]  # typeshed leaves it out
    for (file, _line, _name), (_calls, _all, seconds, *_) in kept.items():
        spent[room_of(file)] += seconds
    every = sum(spent.values())
    return [(room, seconds / every) for room, seconds in spent.most_common()]


def room_of(file: str) -> str:
    """Return the room of the judge, or the library, that a file belongs to."""
    if not file.startswith(str(ROOT)) or ".venv" in file:
        return "the standard library"
    parts = Path(file).relative_to(ROOT).parts
    return f"judge/{parts[1]}" if parts[0] == "judge" else f"{parts[0]}/"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
