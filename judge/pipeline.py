"""Judge a submission from source to report.

    source -> cases -> the corpus -> verdict -> measurement -> report
                         | passed: the second hash seed, then fresh inputs
                         | failed: state of an earlier call, or a smaller input

This module only orders the steps; each room implements its own.
"""

import hashlib
import logging
import os
from collections.abc import Generator
from contextlib import ExitStack
from typing import Any

from judge import events, execution, judging, measurement, problems, reports
from judge.errors import JudgeError
from judge.kinds import Look
from judge.languages import language_of
from judge.records import replace
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import SandboxError

#: Cores that playing a corpus uses. Without a spare one, drawing inputs would slow it down.
CORPUS_CORES = 2
#: What endless recursion may end in, without a line.
OVER = (Verdict.TIME_LIMIT_EXCEEDED, Verdict.MEMORY_LIMIT_EXCEEDED, Verdict.RUN_TIME_ERROR)

LOG = logging.getLogger(__name__)


def judge(
    submission: Submission,
    problem: problems.Problem,
    settings: Settings,
    sandboxes: execution.Sandboxes | None = None,
) -> reports.Judging:
    """Judge a submission: yield progress, return the report.

        report = result_of(judge(submission, problem, settings))

    Yields the events of `judge.events`, and `VerdictKnown` with a first report before an accepted
    submission is timed. Whatever a submission does becomes the verdict of the report. Raises
    `HostError` if this host has no sandbox of the tier in `settings`, and `ProblemError` if the
    package's own code fails.

    To judge many submissions to one problem, make `judge.execution.Sandboxes(problem, settings)`
    once, pass it as `sandboxes`, and close it at the end.
    """
    submission = problem.in_language(submission)
    fault = language_of(submission.language).source_fault(submission.source)
    with ExitStack() as stack:
        if sandboxes is None:
            sandboxes = stack.enter_context(execution.Sandboxes(problem, settings))
        fresh = stack.enter_context(_fresh_inputs(submission, problem, settings))
        if fault is None and _cores() > CORPUS_CORES:
            fresh.start()
        # Loaded while the sandbox starts.
        corpus = judging.kept_corpus(problem, settings) if fault is None else None
        yield from sandboxes.opened()
        trial = judging.Trial.of(problem, submission, settings, sandboxes)
        if fault is not None:
            return reports.unreadable_report(trial, fault)
        corpus = corpus or (yield from judging.ready_corpus(problem, settings, sandboxes.main))
        ordered = problem.kind.order(corpus.cases, _seed(submission, problem, settings))
        corpus = judging.with_met(replace(corpus, cases=tuple(ordered)), problem, settings)
        yield events.Started(problem.slug, len(corpus.cases), trial.sandbox.tier.value)
        findings = judging.Findings(corpus, problem.kind)
        try:
            yield from _judge_cases(trial, findings, fresh)
        except (JudgeError, SandboxError) as error:
            # Not the submission's fault, so never counted against it. The error names step and
            # reason; a traceback would add nothing.
            words = error.for_log if isinstance(error, JudgeError) else error
            LOG.error("internal error while judging %s: %s", problem.slug, words)
            return reports.internal_report(trial, error)
        return (yield from _report(trial, findings))


def stress(
    fast: Submission,
    slow: Submission,
    problem: problems.Problem,
    settings: Settings,
    bounds: judging.Stress,
) -> Generator[events.Step, None, reports.Report]:
    """Compare two programs on inputs of a package until they differ; return the report on `fast`.

    `slow` takes the place of the reference, and every answer of it counts as right. The inputs are
    the package's edges and what its strategies draw. The same programs and seed meet the same
    inputs. Raises `UsageError` where `slow` has no answer, and otherwise what `judge` raises.
    """
    problem = replace(problem, compared_with=problem.in_language(slow))
    fast = problem.in_language(fast)
    fault = language_of(fast.language).source_fault(fast.source)
    with execution.Sandboxes(problem, settings) as sandboxes:
        yield from sandboxes.opened()
        trial = judging.Trial.of(problem, fast, settings, sandboxes)
        if fault is not None:
            return reports.unreadable_report(trial, fault)
        findings = judging.Findings(problems.Corpus(problem.version, ()), problem.kind)
        yield from judging.compare(trial, findings, bounds)
        return reports.build_report(trial, findings, measurement.Measured())


def _judge_cases(
    trial: judging.Trial, findings: judging.Findings, fresh: problems.FreshInputs
) -> Generator[reports.JudgingEvent, None, None]:
    """Play the corpus, then search for a failure or explain the one found."""
    looks = findings.kind.looks
    with judging.Reseeded(trial, findings) as reseeded:
        yield from judging.play_corpus(trial, findings, reseeded, when_idle=fresh.start)
        passed = findings.failed is None
        if passed:
            reseeded.finish()
    if not passed:
        yield from judging.explain_failure(trial, findings)
    elif Look.LIVE in looks and not findings.is_over():
        if not _times(trial, findings):
            trial.sandbox.rest()
        yield from judging.search_live(trial, fresh, findings)
    if findings.verdict in OVER:
        judging.tell_depth(trial, findings)
    findings.conclude(trial.problem.interface)
    if findings.verdict is Verdict.ACCEPTED:
        findings.take_mend(judging.count_mend(trial))


def _report(trial: judging.Trial, findings: judging.Findings) -> reports.Judging:
    """Measure what was accepted, or why it took too long, and report.

    A wrong answer or a rule violation that is found meanwhile becomes the verdict.
    """
    measured = measurement.Measured()
    if _times(trial, findings):
        if findings.verdict is Verdict.ACCEPTED:
            yield reports.VerdictKnown(reports.build_report(trial, findings, measured))
            cases = findings.corpus.cases
            measured = yield from measurement.measure(trial, cases, findings.memory_method)
            judging.calibrate(trial, judging.without_met(findings.corpus))
        elif findings.verdict is Verdict.TIME_LIMIT_EXCEEDED:
            case, result = findings.failed or (None, None)
            of_input = result is not None and not result.whole_run
            measured = yield from measurement.explain_slowness(trial, case if of_input else None)
    if measured.failure is not None:
        late = measured.failure
        findings.fail_late(late.case, late.result)
    return reports.build_report(trial, findings, measured)


def _times(trial: judging.Trial, findings: judging.Findings) -> bool:
    """Whether an accepted submission is timed."""
    return trial.settings.timing and findings.kind.timed and trial.compares_with_reference


def _fresh_inputs(
    submission: Submission, problem: problems.Problem, settings: Settings
) -> problems.FreshInputs:
    """Return the inputs of the live search."""
    chance = _seed(submission, problem, settings)
    count = settings.search_examples if Look.LIVE in problem.kind.looks else 0
    return problems.FreshInputs(problem, problems.pool_of(problem, settings, chance, count))


def _seed(submission: Submission, problem: problems.Problem, settings: Settings) -> int:
    """Return what chance is drawn from: source, package version and the host's key."""
    parts = (settings.key.encode(), problem.version.encode(), submission.source)
    digest = hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts))
    return int.from_bytes(digest.digest()[:8], "big")


def _cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    submission: Submission,
    problem: problems.Problem,
    settings: Settings,
    arguments: dict[str, Any] | None = None,
) -> Generator[reports.Played, None, None]:
    """Play the samples, or one input, and yield each with the reference's answer.

    `arguments` are the input by parameter names, in the JSON form of values (a tree is its
    level-order list); those of a class problem are `calls` and their `arguments`. Raises
    `UsageError` if they are outside the problem's constraints, or what `judge` raises.
    """
    problem.refuse("run")
    sample = problems.Group.SAMPLE.value
    inputs = [(sample, one.arguments, one.expected) for one in problem.samples]
    if arguments is not None:
        arguments = problems.checked_input(problem, arguments)
        inputs = [("own", arguments, None)]
    submission = problem.in_language(submission)
    fault = language_of(submission.language).source_fault(submission.source)
    with execution.Sandboxes(problem, settings) as sandboxes:
        trial = judging.Trial.of(problem, submission, settings, sandboxes)
        with trial.player() as player, trial.reference() as reference:
            for group, given, stated in inputs:
                sent = problem.encode(given)
                if problem.kind.cases is not None:
                    # Its cases are no inputs, so the reference has no answers.
                    answer = problems.Answer(stated)
                else:
                    answer = execution.reference_answer(problem, reference, sent)
                if fault is not None:
                    yield reports.played_fault(group, given, answer.value, fault)
                    continue
                case = problem.case(problems.Group.LIVE, 0, sent, answer)
                result = trial.judge(player, case, judging.case_limit(problem, answer.cpu_seconds))
                if result.passed:
                    result = replace(result, outcome=player.with_prints(result.outcome))
                elif result.verdict in OVER:
                    result = judging.with_depth(trial, case, result)
                yield reports.played(problem.interface, group, given, answer.value, result)
