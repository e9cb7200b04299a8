"""Stand-ins for tests, of this project and of whoever builds on it: real small objects."""

import threading
from collections.abc import Iterator
from typing import Any

from judge.errors import JudgeError
from judge.events import CaseJudged, Event, Finished, Played, Started
from judge.problem import Problem
from judge.report import Cases, GroupCount, Isolation, ProblemRef, Report, SubmissionRef
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict


def accepted(submission: Submission, problem: Problem) -> Report:
    """Return the report of a submission that passed one case."""
    return Report(
        problem=ProblemRef(slug=problem.slug, version=problem.version),
        submission=SubmissionRef(
            language=submission.language, sha256=submission.sha256, bytes=len(submission.source)
        ),
        verdict=Verdict.ACCEPTED,
        summary="accepted: all 1 cases passed",
        cases=Cases(total=1, passed=1, groups={"sample": GroupCount(total=1, passed=1)}),
        isolation=Isolation(tier="full"),
        judge_version="test",
    )


class FakeJudge:
    """Accepts everything, in no time, and keeps what it was given.

    While `gate` is not set it stops before its report; `raises` makes it fail there instead.
    """

    def __init__(self) -> None:
        self.judged: list[Submission] = []
        self.inputs: list[dict[str, Any] | None] = []
        self.settings: list[Settings] = []
        self.closed = 0
        self.gate = threading.Event()
        self.gate.set()
        self.raises: BaseException | None = None

    def judge(
        self, submission: Submission, problem: Problem, settings: Settings
    ) -> Iterator[Event]:
        """Stand in for `judge.judging.judge`."""
        self.judged.append(submission)
        self.settings.append(settings)
        try:
            yield Started(problem.slug, 1, "full")
            while not self.gate.wait(0.01):
                yield CaseJudged("sample", 0, True, 0, 1)
            if self.raises is not None:
                raise self.raises
            yield Finished(accepted(submission, problem))
        finally:
            self.closed += 1

    def run(
        self,
        submission: Submission,
        problem: Problem,
        settings: Settings,
        arguments: dict[str, Any] | None = None,
    ) -> Iterator[Played]:
        """Stand in for `judge.judging.run`."""
        self.judged.append(submission)
        self.settings.append(settings)
        self.inputs.append(arguments)
        if isinstance(self.raises, JudgeError):
            raise self.raises
        message = f"as {problem.slug} asks"
        yield Played("own", arguments, 1, 1, Verdict.ACCEPTED, message, None, "\ud800", 0.001)
