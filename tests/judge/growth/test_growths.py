from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.cases import Case, Group
from judge.catalog import default_catalog
from judge.draining import drained
from judge.growth.glancing import sizes_below
from judge.growth.growing import Measuring
from judge.growth.growths import Curve, curve_of, measure_growth, reference_class
from judge.growth.peaks import peak_path, reference_peak
from judge.growth.slopes import Point
from judge.sandboxes import Sandboxes
from judge.second_look import Trial
from judge.settings import Settings
from judge.submission import Submission
from sandbox import Limit

COUNTING = b"""
def find_kth_largest(nums, k):
    # Time: O(n^2), Space: O(n)
    return sorted(nums)[-k]
"""
SIZES = (1000, 2000, 4000, 8000, 16000)


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    """A trial of kth-largest whose claim about its time is not so."""
    folder: Path = tmp_path_factory.mktemp("cache")
    settings = Settings(folder, folder)
    problem = default_catalog().get("kth-largest")
    with Sandboxes(problem, settings) as sandboxes:
        submission = Submission(COUNTING, "mine.py")
        yield Trial(problem, submission, sandboxes.main, settings, sandboxes)


@pytest.mark.needs("full")
def test_a_claim_is_held_against_the_measurement(trial: Trial) -> None:
    """Time and memory of a real submission beside its package's reference."""
    seen: list[Measuring] = []
    grown = drained(measure_growth(trial, 0.5), seen.append)
    growths = grown.growths()
    assert growths is not None
    assert growths.time is not None
    assert growths.time.measured in ("n", "n log n")
    assert (growths.time.reference, growths.time.declared) == ("n log n", "n^2")
    assert growths.time.agrees is False
    assert {step.what for step in seen} == {"time", "memory"}


@pytest.mark.needs("full")
def test_of_a_class_problem_all_calls_are_compared(trial: Trial) -> None:
    """People declare what one call takes; n of them are measured."""
    problem = default_catalog().get("lru-cache")
    source = Submission(b"# Time: O(1)\n# Space: O(capacity)\n", "mine.py")
    points = [Point(n, 1e-6 * n, 1e-6) for n in SIZES]
    one = Trial(problem, source, trial.sandbox, trial.settings, trial.sandboxes)
    time = curve_of(one, "time", points)
    space = curve_of(one, "space", points)
    assert isinstance(time, Curve)
    assert isinstance(space, Curve)
    assert (time.reference, time.agrees) == ("n", True)
    assert space.agrees is None


REFERENCES = {
    "lca": "n", "kth-largest": "n log n", "longest-unique-substring": "n",
    "letter-combinations": "2^n", "decode-digits": "2^n", "lru-cache": "n", "rate-limiter": "n",
    "url-shortener": "n",
}  # fmt: skip


@pytest.mark.parametrize("slug", REFERENCES)
def test_the_class_of_a_reference_is_what_its_package_declares(slug: str) -> None:
    """The ratio to it is read as growth above or below that."""
    assert reference_class(default_catalog().get(slug), "time") == REFERENCES[slug]


def test_a_look_takes_halves_or_neighbours_of_its_largest_size() -> None:
    """And never a size that the package does not make."""
    assert sizes_below(8000, (1, 100_000)) == [1000, 2000, 4000, 8000]
    assert sizes_below(8000, (1, 4000)) == [500, 1000, 2000, 4000]
    assert sizes_below(8, (0, 8)) == [5, 6, 7, 8]
    assert sizes_below(3, (0, 8)) == [1, 2, 3]


@pytest.mark.needs("full")
def test_the_references_peak_is_measured_once(trial: Trial) -> None:
    """It hangs on no noise: the next submission finds it, unless it was read in another way."""
    interface = trial.problem.interface
    case = Case.of(Group.SCALE, 0, b"[[%s1], 1]" % (b"7, " * 50_000), 7, None, interface)
    with trial.reference() as player:
        player.play(case.arguments_json, Limit(5.0, 20.0))
    measured = reference_peak(trial, [case], player.memory_method)
    assert measured is not None
    assert measured > 300_000
    assert reference_peak(trial, [], player.memory_method) == measured
    assert reference_peak(trial, [], "another way") is None
    peak_path(trial.settings.cache_dir, trial.problem).write_text("[" * 3000)
    assert reference_peak(trial, [case], player.memory_method) is not None
