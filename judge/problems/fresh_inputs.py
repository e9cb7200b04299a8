"""Draw fresh inputs for the live search ahead of time, in another process.

Importing Hypothesis and drawing take longer than playing a small corpus. The inputs depend on the
seed alone, not on the process that draws them. Makes one process; `close` ends it.
"""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from judge.problems.author_code import authors_mistake, import_file
from judge.problems.problem import Problem


class FreshInputs:
    """The fresh inputs of one search; `start` begins to draw them. Use as a context manager."""

    def __init__(self, problem: Problem, *, seed: int, count: int) -> None:
        self._problem = problem
        self._seed = seed
        self._count = count
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start drawing; does nothing if that has begun."""
        # If Hypothesis is loaded already, a process costs more than it saves.
        if self._process is None and self._count and "hypothesis" not in sys.modules:
            self._process = _start(self._problem, self._seed, self._count)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Yield each input once, in the order drawn. Raises `ProblemError`."""
        drawn = self._received()
        if drawn is None and self._count:
            # If the process failed, drawing again raises its error here.
            from judge.problems.sampling import draw  # noqa: PLC0415 - Hypothesis costs 200 ms to import

            strategy = self._problem.strategies().generated()
            with self._problem.authored("generated()"):
                drawn = draw(strategy, count=self._count, seed=self._seed)
        yield from drawn or ()

    def _received(self) -> list[dict[str, Any]] | None:
        if self._process is None:
            return None
        text, _ = self._process.communicate()
        return None if self._process.returncode else list(json.loads(text))

    def close(self) -> None:
        """End the process, if there is one. Safe to call twice."""
        if self._process is not None:
            with self._process as process:
                process.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _start(problem: Problem, seed: int, count: int) -> subprocess.Popen[bytes]:
    path = str(problem.folder / "strategies.py")
    arguments = [problem.slug, path, problem.version, str(seed), str(count)]
    return subprocess.Popen(
        [sys.executable, "-m", "judge.problems.fresh_inputs", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).resolve().parents[2],  # the folder that holds `judge`, installed or not
        start_new_session=True,  # Ctrl-C is the judge's to handle
    )


def main(slug: str, path: str, version: str, seed: str, count: str) -> None:
    """Draw inputs and write them to standard output as one JSON list."""
    from judge.problems.sampling import draw  # noqa: PLC0415 - see above

    module = import_file(slug, Path(path), version)
    # An exit would look like success.
    with authors_mistake(slug, Path(path), "generated()", "it"):
        drawn = draw(module.generated(), count=int(count), seed=int(seed))
    sys.stdout.write(json.dumps(drawn))


if __name__ == "__main__":
    # The judge is waiting and nothing needs cleaning up: no collection, no orderly exit.
    gc.disable()
    main(*sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)
