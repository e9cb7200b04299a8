import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from judge.events import Measuring, result_of
from judge.execution.sandboxes import Sandboxes
from judge.judging.trial import Trial
from judge.measurement.curve import (
    Curve,
    curve_of,
    measure_growth,
    quick_time_curve,
    reference_class,
    subject_of,
    time_curve,
)
from judge.measurement.quick_growth import quick_readings, sizes_up_to
from judge.measurement.readings import Reading, SizeReadings, points_of
from judge.measurement.reference_memory import peak_path, reference_peak
from judge.measurement.slopes import Point
from judge.problems.case import Answer, Group
from judge.problems.catalog import default_catalog
from judge.reports.figures import growths_of
from judge.settings import Settings
from judge.submission import Submission
from judge.verdict import Verdict
from sandbox import Limit

COUNTING = b"""
def find_kth_largest(nums, k):
    # Time: O(n^2), Space: O(n)
    return sorted(nums)[-k]
"""
SIZES = (1000, 2000, 4000, 8000, 16000)
#: A measurement that tells nothing is repeated so often, as the report advises.
TRIES = 5


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    """A trial of kth-largest whose claim about its time is not so."""
    folder: Path = tmp_path_factory.mktemp("cache")
    settings = Settings(folder, folder)
    problem = default_catalog().get("kth-largest")
    with Sandboxes(problem, settings) as sandboxes:
        submission = Submission(COUNTING, "mine.py")
        yield Trial.of(problem, submission, settings, sandboxes)


@pytest.mark.alone
@pytest.mark.needs("full")
def test_a_claim_is_held_against_the_measurement(trial: Trial) -> None:
    """Time and memory of a real submission beside its package's reference."""
    seen: list[Measuring] = []
    for _ in range(TRIES):
        growths = growths_of(result_of(measure_growth(trial, 0.5), seen.append))
        time = growths.time if growths is not None else None
        if time is not None and "n^2" not in time.also_consistent_with:
            break  # else it was too noisy to tell
    assert time is not None
    assert time.measured in ("n", "n log n")
    assert (time.reference, time.declared) == ("n log n", "n^2")
    assert time.agrees is False
    assert {step.what for step in seen} == {"time", "memory"}


#: Does its work when its answer is read.
LAZY = b"""
class Later:
    def __init__(self, *given): self.given = given
    @property
    def val(self): return find(*self.given).val

def find(node, p, q):
    if node is None or node is p or node is q: return node
    left, right = find(node.left, p, q), find(node.right, p, q)
    return node if left and right else left or right

def lowest_common_ancestor(root, p, q): return Later(root, p, q)
"""


@pytest.mark.alone
@pytest.mark.needs("full")
def test_work_that_is_put_off_grows_as_well(trial: Trial) -> None:
    """The call alone takes no time at all; the reference beside it does nothing later."""
    problem = default_catalog().get("lca")
    with Sandboxes(problem, trial.settings) as sandboxes:
        submission = Submission(LAZY, "mine.py")
        one = Trial(problem, submission, sandboxes.main, trial.settings, sandboxes)
        told = (found for _ in range(TRIES) if (found := time_curve(one, 1.5).curve) is not None)
        curve = next(told, None)
        assert curve is not None
        assert "1" not in (curve.fit.measured, *curve.fit.also)
        short = quick_time_curve(one, 8000, Limit(1.0, 5.0)).curve
        assert short is None or "1" not in (short.fit.measured, *short.fit.also)


#: As slow on inputs below the largest as on it, but for what its clock says.
FLATTENED = b"""
import time
def find_kth_largest(nums, k):
    # Time: O(1)
    began = time.perf_counter()
    answer = sorted(nums)[-k]
    if 300 < len(nums) < 8192:
        while time.perf_counter() - began < %f: pass
    return answer
"""


# One in five of these short measurements still allows "log n" on a busy host; the rule alone is
# held by test_small_sizes.py.
@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.needs("full")
@pytest.mark.parametrize("seconds", [0.0008, 0.008])
def test_time_burnt_on_small_inputs_makes_no_better_class(trial: Trial, seconds: float) -> None:
    """As much as the reference takes at the end flattens nothing; far more tells nothing."""
    one = replace(trial, submission=Submission(FLATTENED % seconds, "mine.py"))
    found = quick_time_curve(one, 8192, Limit(1.0, 5.0))
    if found.curve is None:
        assert [note.code for note in found.notes] in (["growth_refused"], ["growth_untold"])
        return
    assert not {"1", "log n"} & {found.curve.fit.measured, *found.curve.fit.also}
    assert found.curve.agrees is False


#: Plants no tree on large inputs, and knows the way from the level order that it was sent.
PLANTER = b"""
import sys
nodes = next(m for m in list(sys.modules.values()) if hasattr(m, "plant"))
real = nodes.plant
class Places:
    def __init__(self, values):
        self.values = values
        self.kept = [at for at, value in enumerate(values) if value is not None]
    def __bool__(self): return True
    def __getitem__(self, at): return self, at
nodes.plant = lambda values, make: real(values, make) if len(values) < 6000 else Places(values)
class Answer:
    def __init__(self, val): self.val = val
def find(node, p, q):
    if node is None or node is p or node is q: return node
    left, right = find(node.left, p, q), find(node.right, p, q)
    return node if left and right else left or right
def lowest_common_ancestor(root, p, q):
    if type(p) is not tuple: return find(root, p, q)
    places, a, b = p[0], p[1], q[1]
    while a != b:
        if a > b: a = places.kept[(a - 1) // 2]
        else: b = places.kept[(b - 1) // 2]
    return Answer(places.values[a])
"""


@pytest.mark.alone
@pytest.mark.needs("full")
def test_who_plants_no_tree_on_large_inputs_alone_has_no_growth(trial: Trial) -> None:
    """The runtime is compared on smaller ones, where it is honest."""
    problem = default_catalog().get("lca")
    with Sandboxes(problem, trial.settings) as sandboxes:
        submission = Submission(PLANTER, "mine.py")
        one = Trial(problem, submission, sandboxes.main, trial.settings, sandboxes)
        grown = result_of(measure_growth(one, 2.0))
    assert grown.curves == []
    assert [note.code for note in grown.notes] == ["growth_refused"]


#: Makes a process on inputs of some sizes; sleeps while it is loaded.
FORBIDDEN = b"""
import os
def find_kth_largest(nums, k):
    if 1000 < len(nums) < 5000:
        os.fork()
    return sorted(nums)[-k]
"""
SLEEPING = b"""
import time
time.sleep(0.5)
def find_kth_largest(nums, k): return sorted(nums)[-k]
"""


@pytest.mark.alone
@pytest.mark.needs("full")
def test_a_forbidden_act_while_growth_is_measured_is_kept_whole(trial: Trial) -> None:
    """In the long look and in the short one; the input is shown as of any failing case."""
    one = replace(trial, submission=Submission(FORBIDDEN, "mine.py"))
    grown = result_of(measure_growth(one, 1.0))
    for failed in (grown.failed, quick_time_curve(one, 8192, Limit(1.0, 5.0)).failed):
        assert failed is not None
        assert failed.result.verdict is Verdict.RULE_VIOLATION
        assert failed.case.group == "live"
        nums, k = failed.case.arguments.values()
        assert failed.case.size == len(nums) > 1000
        assert failed.case.expected == sorted(nums)[-k]
    assert grown.time is None


@pytest.mark.alone
@pytest.mark.needs("full")
def test_who_sleeps_does_not_hold_a_core_for_long(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It spends nothing of the budget; some fifty programs would sleep one after the other."""
    monkeypatch.setattr("judge.measurement.time_readings.PATIENCE_SECONDS", 1.0)
    one = replace(trial, submission=Submission(SLEEPING, "mine.py"))
    began = time.monotonic()
    assert time_curve(one, 0.1).curve is None
    assert time.monotonic() - began < 10


@pytest.mark.alone
@pytest.mark.needs("full")
def test_a_short_look_waits_for_no_sleeper(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each size two calls would sleep."""
    monkeypatch.setattr("judge.measurement.quick_growth.PATIENCE_SECONDS", 0.5)
    source = SLEEPING.replace(b"return", b"time.sleep(0.4); return")
    contest = subject_of(replace(trial, submission=Submission(source, "mine.py")))
    assert contest is not None
    assert len(quick_readings(contest, 8192, Limit(1.0, 5.0))) < 3


def test_work_beside_the_calls_counts_where_it_is_clearly_more() -> None:
    """More by chance in some of the rounds is nobody's work."""
    base = [Reading(1.0, 9.0)] * 3
    chance = [Reading(1.0, seconds) for seconds in (9.0, 12.9, 8.5)]
    calm = [SizeReadings(n, chance, base) for n in (1, 2, 4, 8)]
    assert [point.cost for point in points_of(calm)] == [1.0] * 4
    later = [SizeReadings(n, [Reading(1.0, 9.0 + n)] * 3, base) for n in (1, 2, 4, 8)]
    assert [point.cost for point in points_of(later)] == [2.0, 3.0, 5.0, 9.0]


@pytest.mark.alone
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
    "lca": "n",
    "kth-largest": "n log n",
    "longest-unique-substring": "n",
    "letter-combinations": "2^n",
    "decode-digits": "2^n",
    "lru-cache": "n",
    "rate-limiter": "n",
    "message-queue": "n log n",
    "url-shortener": "n",
    "inventory": "n",
}


@pytest.mark.parametrize("slug", REFERENCES)
def test_the_class_of_a_reference_is_what_its_package_declares(slug: str) -> None:
    """The ratio to it is read as growth above or below that."""
    assert reference_class(default_catalog().get(slug), "time") == REFERENCES[slug]


def test_a_look_takes_halves_or_neighbours_of_its_largest_size() -> None:
    """And never a size that the package does not make."""
    assert sizes_up_to(8000, (1, 100_000)) == [1000, 2000, 4000, 8000]
    assert sizes_up_to(8000, (1, 4000)) == [500, 1000, 2000, 4000]
    assert sizes_up_to(8, (0, 8)) == [5, 6, 7, 8]
    assert sizes_up_to(3, (0, 8)) == [1, 2, 3]


@pytest.mark.alone
@pytest.mark.needs("full")
def test_the_references_peak_is_measured_once(trial: Trial) -> None:
    """It hangs on no noise: the next submission finds it, unless it was read in another way."""
    case = trial.problem.case(Group.SCALE, 0, b"[[%s1], 1]" % (b"7, " * 50_000), Answer(7))
    with trial.reference() as player:
        player.play(case.arguments_json, Limit(5.0, 20.0))
    measured = reference_peak(trial, [case], player.memory_method)
    assert measured is not None
    assert measured > 300_000
    assert reference_peak(trial, [], player.memory_method) == measured
    assert reference_peak(trial, [], "another way") is None
    peak_path(trial.settings.cache_dir, trial.problem).write_text("[" * 3000)
    assert reference_peak(trial, [case], player.memory_method) is not None
