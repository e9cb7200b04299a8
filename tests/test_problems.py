"""Every package keeps its promises: each sample solution gets its folder's verdict.

A sample that passes, or runs into a limit, plays the large cases, for seconds. Of these one of each
verdict is quick, limits in each third package only, and the others are `-m slow`; `.ci/run` plays a
part of them, another with each commit.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.authoring.mutation_testing import Fate, MutationReport, play_mutants
from judge.authoring.verification import verify_one
from judge.events import result_of
from judge.judging import ready_corpus
from judge.problems import corpus_path
from judge.problems.problem import Problem, SampleSolution
from judge.settings import Settings
from judge.verdict import Verdict
from tests.packages import HEAVY, bundled
from tests.security.stand import Stand

PROBLEMS = bundled()
PLAYED_WHOLE = {
    Verdict.ACCEPTED,
    Verdict.TIME_LIMIT_EXCEEDED,
    Verdict.MEMORY_LIMIT_EXCEEDED,
    Verdict.OUTPUT_LIMIT_EXCEEDED,
}
REFERENCE = "reference"
LIMITS = PLAYED_WHOLE - {Verdict.ACCEPTED}
#: Making their corpora takes ten seconds and more each, so all their samples are slow. Those of
#: message-queue, which is like them, are quick.
DEAR = frozenset({"consistent-hash", "fraud-detector", "inventory", "realtime-analytics"})
#: The packages whose limits are met by quick samples, too; two are the only ones of their kinds.
LIMITED = {*sorted(PROBLEMS.keys() - DEAR)[::3], "race-condition", "slow-query"}
#: Quick in place of the first of their folders, which take far longer to the same verdict.
SOONER = frozenset(
    {
        "trapping-rain-water-time_limit_exceeded-maxima_of_slices",
        "word-ladder-time_limit_exceeded-compares_all_pairs",
    }
)


def name_of(problem: Problem, sample: SampleSolution) -> str:
    return f"{problem.slug}-{sample.path.parent.name}-{sample.path.stem}"


def further(problem: Problem) -> list[SampleSolution]:
    """Return the samples that play every case, without the first of each verdict, or its SOONER.

    The reference has played them all when the corpus is made, so another accepted one comes first.
    Where all cases together decide, every sample plays them all. The bugs of a program that is to
    be mended are rare: its samples go far, whatever their verdict.
    """
    samples = problem.sample_solutions()
    if problem.slug in DEAR:
        return samples
    taken: set[Verdict] = set() if problem.slug in LIMITED else set(LIMITS)
    found: list[SampleSolution] = []
    for sample in sorted(samples, key=lambda one: name_of(problem, one) not in SOONER):
        far = problem.kind.concludes or problem.base is not None
        if sample.verdict not in PLAYED_WHOLE and not far:
            continue
        if sample.verdict in taken or sample.path.stem == REFERENCE:
            found.append(sample)
        else:
            taken.add(sample.verdict)
    return found


def listed() -> Iterator[object]:
    for problem in PROBLEMS.values():
        slow = further(problem)
        for sample in problem.sample_solutions():
            marks = [pytest.mark.slow] if sample in slow else []
            yield pytest.param(problem, sample, id=name_of(problem, sample), marks=marks)


@pytest.fixture(scope="session")
def settings(cache: Path) -> Settings:
    """Little shrinking: what is looked at is the verdict, not the counterexample."""
    few = {"JUDGE_SEARCH_EXAMPLES": "20", "JUDGE_SHRINK_CALLS": "50"}
    return Settings.from_environment({**os.environ, **few, "JUDGE_CACHE_DIR": str(cache)})


@pytest.fixture(scope="session")
def stand(settings: Settings) -> Iterator[Stand]:
    with Stand(settings) as made:
        yield made


@pytest.mark.needs("full")
@pytest.mark.parametrize(("problem", "sample"), list(listed()))
def test_a_sample_solution_gets_its_folders_verdict(
    problem: Problem, sample: SampleSolution, settings: Settings, stand: Stand
) -> None:
    """The folder's name is the verdict, and the report says why."""
    verified = verify_one(problem, sample, settings, stand.of(problem))
    assert verified.report.verdict is sample.verdict, verified.report.summary


@pytest.mark.parametrize("slug", sorted(PROBLEMS.keys() - DEAR))
def test_no_verdict_of_a_package_is_left_out(slug: str) -> None:
    """One sample of each verdict is quick, and it is not the reference; of limits in a third."""
    problem = PROBLEMS[slug]
    verdicts = {one.verdict for one in problem.sample_solutions()}
    played = [one for one in problem.sample_solutions() if one not in further(problem)]
    wanted = verdicts if slug in LIMITED else verdicts - LIMITS
    assert {one.verdict for one in played} == wanted
    assert all(one.path.stem != REFERENCE for one in played)
    if not problem.kind.concludes and problem.base is None:
        assert {one.verdict for one in further(problem)} <= PLAYED_WHOLE


def test_the_samples_that_come_to_their_verdict_sooner_are_quick() -> None:
    """A renamed one does not leave its place to a long one unseen."""
    quick = {
        name_of(problem, sample)
        for problem in PROBLEMS.values()
        for slow in [further(problem)]
        for sample in problem.sample_solutions()
        if sample not in slow
    }
    assert quick >= SOONER


@pytest.mark.parametrize("slug", PROBLEMS)
def test_a_package_teaches(slug: str) -> None:
    """Statement with constraints, hints from gentle to plain, an editorial, a starter."""
    problem = PROBLEMS[slug]
    assert "constraints" in problem.statement.lower()
    assert len(problem.hints) >= 3
    assert len(problem.editorial) > 500
    names = [problem.starter.replace("_", "").lower()]
    assert any(name.replace("_", "").lower() in names[0] for name in problem.interface.names)


@pytest.mark.needs("full")
@pytest.mark.parametrize("slug", [slug for slug, one in PROBLEMS.items() if one.base is None])
def test_a_corpus_is_small_on_disk(slug: str, settings: Settings, stand: Stand) -> None:
    """Two megabytes a package at most, so that a wheel can carry them all."""
    problem = PROBLEMS[slug]
    result_of(ready_corpus(problem, settings, stand.of(problem).main))
    assert corpus_path(settings.cache_dir, problem).stat().st_size <= 2 * 1024 * 1024


#: Those whose solutions mutants can be made of.
MUTATED = [slug for slug, one in PROBLEMS.items() if one.refusal("mutants") is None]


def measured(slug: str, settings: Settings, count: int | None) -> MutationReport:
    return result_of(play_mutants(PROBLEMS[slug], settings, count=count))


def weaknesses(strength: MutationReport) -> list[str]:
    return [tried.mutant.diff for tried in strength.with_fate(Fate.SURVIVED)] + list(strength.stale)


@pytest.mark.needs("full")
@pytest.mark.parametrize("slug", MUTATED)
def test_a_sample_of_mutants_is_found_out(slug: str, settings: Settings) -> None:
    """No slip in an accepted solution passes, but those listed with the reason why it is none."""
    assert weaknesses(measured(slug, settings, 4 if slug in HEAVY else 12)) == []


@pytest.mark.slow
@pytest.mark.needs("full")
@pytest.mark.parametrize("slug", MUTATED)
def test_every_mutant_is_found_out(slug: str, settings: Settings) -> None:
    """All of them: minutes, where the sample takes seconds."""
    assert weaknesses(measured(slug, settings, None)) == []
