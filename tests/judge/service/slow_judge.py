"""A fake judge that does something of a test's own before it answers."""

from collections.abc import Generator
from typing import Any

from judge.execution import Sandboxes
from judge.problems import Problem
from judge.reports import Judging, Played
from judge.settings import Settings
from judge.submission import Submission
from judge.testing import FakeJudge


class SlowJudge(FakeJudge):
    """Answers as `FakeJudge` does, once `before` has returned; `begun` are those it was asked of.

    What `before` raises is raised by judging, as its first step.
    """

    def __init__(self) -> None:
        super().__init__()
        self.begun: list[Submission] = []

    def before(self, submission: Submission) -> None:
        """Do what judging this submission waits for."""
        raise NotImplementedError

    def judge(
        self,
        submission: Submission,
        problem: Problem,
        settings: Settings,
        _sandboxes: Sandboxes | None = None,
    ) -> Judging:
        self._begin(submission)
        return (yield from super().judge(submission, problem, settings))

    def run(
        self,
        submission: Submission,
        problem: Problem,
        settings: Settings,
        arguments: dict[str, Any] | None = None,
    ) -> Generator[Played, None, None]:
        self._begin(submission)
        yield from super().run(submission, problem, settings, arguments)

    def _begin(self, submission: Submission) -> None:
        self.begun.append(submission)
        self.before(submission)
