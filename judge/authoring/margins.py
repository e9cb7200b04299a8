"""The margins between a package's own solutions and its time limit.

A limit is right when both sides keep their distance: an accepted solution must not fail because a
machine is busy, and a slow one must not pass because a machine is fast.
"""

from judge.events import result_of
from judge.execution import Sandboxes
from judge.judging import Trial, case_limit, ready_corpus
from judge.problems import Corpus, Problem, SampleSolution
from judge.records import dataclass, replace
from judge.settings import Settings
from judge.submission import read_submission
from judge.verdict import Verdict
from sandbox import Limit

#: An accepted sample may use this part of the limit at most.
MOST_ACCEPTED = 0.5
#: A slow sample must need this many times the limit; nothing is run for longer.
LEAST_SLOW = 1.5


@dataclass(frozen=True, slots=True)
class Margin:
    """One sample solution, and the largest share of a case's time limit that it needs."""

    name: str
    share: float


@dataclass(frozen=True, slots=True)
class Margins:
    """The accepted solution that needs most of the limit, and the slow one that needs least.

    Nothing is played longer than LEAST_SLOW limits, so a share of that is a lower bound.
    """

    slug: str
    accepted: Margin
    slow: Margin | None

    @property
    def ok(self) -> bool:
        """Whether both sides keep their distance."""
        far = self.slow is None or self.slow.share >= LEAST_SLOW
        return self.accepted.share <= MOST_ACCEPTED and far


def measure_margins(problem: Problem, settings: Settings) -> Margins:
    """Play the sample solutions on the large cases under a wider limit.

    A margin that looks thin is measured twice, and the better figure counts. Raises `JudgeError`.
    """
    problem.refuse("margins")
    samples = problem.sample_solutions()
    with Sandboxes(problem, settings) as sandboxes:
        corpus = result_of(ready_corpus(problem, settings, sandboxes.main))

        def share(sample: SampleSolution) -> Margin:
            submission = read_submission(str(sample.path))
            trial = Trial.of(problem, submission, settings, sandboxes)
            return Margin(sample.path.stem, _twice(trial, corpus, sample.verdict))

        accepted = [share(s) for s in samples if s.verdict is Verdict.ACCEPTED]
        slow = [share(s) for s in samples if s.verdict is Verdict.TIME_LIMIT_EXCEEDED]
    return Margins(
        problem.slug,
        max(accepted, key=lambda sample: sample.share),
        min(slow, key=lambda sample: sample.share, default=None),
    )


def _twice(trial: Trial, corpus: Corpus, verdict: Verdict) -> float:
    share = _share(trial, corpus)
    if verdict is Verdict.ACCEPTED and share > MOST_ACCEPTED:
        return min(share, _share(trial, corpus))
    if verdict is Verdict.TIME_LIMIT_EXCEEDED and share < LEAST_SLOW:
        return max(share, _share(trial, corpus))
    return share


def _share(trial: Trial, corpus: Corpus) -> float:
    """Return the largest part of a limit that some large case takes; LEAST_SLOW is the most."""
    most = 0.0
    with trial.player() as player:
        for case in corpus.large() or corpus.cases:
            limit = case_limit(trial.problem, case.reference_cpu_seconds)
            result = trial.judge(player, case, _wider(limit))
            if result.verdict is Verdict.TIME_LIMIT_EXCEEDED:
                return LEAST_SLOW
            most = max(most, result.outcome.cpu_seconds / limit.cpu_seconds)
    return min(most, LEAST_SLOW)


def _wider(limit: Limit) -> Limit:
    return replace(
        limit,
        cpu_seconds=LEAST_SLOW * limit.cpu_seconds,
        wall_seconds=LEAST_SLOW * limit.wall_seconds,
    )
