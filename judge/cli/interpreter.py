"""The interpreter of the first fork server, started before anything else is imported.

A person who submits waits for a fork server, whose interpreter takes as long to start as the rest
of the judge to import: `fast_start` starts it first, `sandboxes_of` hands it over. In between
nothing is collected: what is imported stays, and looking for garbage in it takes longer than
playing thirty cases. There is one such interpreter in a process, as there is one collector.
"""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import judge
from judge import execution, languages

if TYPE_CHECKING:
    from judge.execution import Sandboxes
    from judge.problems import Problem
    from judge.settings import Settings
    from sandbox import Launched

#: The commands that judge a file.
JUDGING = ("submit", "replay")

#: At most one: started, and not handed over yet.
_waiting: list["Launched"] = []


@contextmanager
def fast_start(words: Sequence[str], environment: Mapping[str, str]) -> Iterator[None]:
    """Start an interpreter if the command line `words` judges a file in this process.

    It ends with the context, unless it was handed over.
    """
    if _judges_here(words, environment):
        _launch()
    try:
        yield
    finally:
        while _waiting:
            _waiting.pop().close()


def _judges_here(words: Sequence[str], environment: Mapping[str, str]) -> bool:
    elsewhere = "JUDGE_SERVER" in environment or any(w.startswith("--server") for w in words)
    return bool(words) and words[0] in JUDGING and "--help" not in words and not elsewhere


def _launch() -> None:
    gc.disable()
    from sandbox import Launched, SandboxError  # noqa: PLC0415 - other commands do without

    try:
        _waiting.append(Launched(languages.PYTHON_GUEST))
    except (OSError, SandboxError):
        gc.enable()  # raised again where one is started because it is needed


def sandboxes_of(problem: "Problem", settings: "Settings") -> "Sandboxes":
    """Return the sandboxes to judge a problem's submissions in; close them after use.

    If an interpreter waits, the main sandbox is started from it while the rest of the judge is
    imported here.
    """
    if not _waiting:
        return execution.Sandboxes(problem, settings)
    sandboxes = execution.Sandboxes(problem, settings, _waiting.pop())
    sandboxes.begin()
    judge.judge  # noqa: B018 - imports it
    gc.freeze()
    gc.enable()
    return sandboxes
