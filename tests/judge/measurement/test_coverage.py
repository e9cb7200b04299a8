"""How often the reported interval holds the true ratio, where noise and truth are known."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from judge.events import result_of
from judge.measurement.interval import BENCH, SUBMIT, Plan
from judge.measurement.paired_timing import PairedTiming, block_sizes
from judge.measurement.pairs import Pair, PairReadings, Turn
from judge.measurement.ratio import interval_in_stages

#: Seconds of the runner in a turn, of the reference's work, and of all that is beside a call.
RUNNER, WORK, BESIDE = 3e-5, 7e-4, 1e-4
#: Timings of one kind of noise.
COUNT = 300


@dataclass(frozen=True)
class Noise:
    """Sigmas of log seconds: of a turn, of a program, of the machine's pace from pair to pair.

    A part of the turns, `bursts`, takes up to twice as long.
    """

    turn: float
    program: float = 0.0
    pace: float = 0.0
    bursts: float = 0.0


@dataclass
class Simulated(PairedTiming):
    """A timing whose turns are drawn: the submission's work is `truth` times the reference's."""

    truth: float
    noise: Noise
    random: random.Random
    readings: PairReadings = field(default_factory=PairReadings)
    _pace: float = 0.0

    def play(self, count: int) -> Iterator[Pair]:
        readings = self.readings
        for size in block_sizes(count):
            own, other = (self._off(self.noise.program) for _ in range(2))
            for _ in range(size):
                self._pace += self.random.gauss(0.0, self.noise.pace)
                pair = Pair(self._turn(WORK * self.truth * own), self._turn(WORK * other))
                readings.pairs.append(pair)
                yield pair
            readings.baseline += [RUNNER * self._off(0.1) for _ in range(2)]
            readings.blocks.append(size)
            readings.outside.append((3e-3, 3e-3))
            readings.turns += size + 1

    def _turn(self, work: float) -> Turn:
        slow = math.exp(self._pace) * self._off(self.noise.turn)
        if self.random.random() < self.noise.bursts:
            slow *= 1 + self.random.random()
        call = work * slow + RUNNER * self._off(0.1)
        return Turn(call, BESIDE * self._off(self.noise.turn), call, BESIDE / 2, BESIDE / 4)

    def _off(self, sigma: float) -> float:
        return math.exp(self.random.gauss(0.0, sigma))


def coverage(plan: Plan, truth: float, noise: Noise) -> float:
    """Return how often the interval of a plan holds the truth."""
    chance, held = random.Random(7), 0
    for _ in range(COUNT):
        timing = Simulated(truth, noise, chance)
        interval = result_of(interval_in_stages(timing, plan, ""))
        assert interval is not None
        held += interval.low <= truth <= interval.high
    return held / COUNT


@pytest.mark.parametrize("truth", [1.0, 5.0])
@pytest.mark.parametrize(
    "noise",
    [
        pytest.param(Noise(0.02), id="a calm machine"),
        pytest.param(Noise(0.08), id="a noisy one"),
        pytest.param(Noise(0.02, bursts=0.1), id="bursts"),
        pytest.param(Noise(0.03, pace=0.02), id="a pace that drifts"),
    ],
)
def test_the_interval_holds_the_truth_as_often_as_it_says(noise: Noise, truth: float) -> None:
    """In 95 of 100 where turns are independent, less what 300 draws may be off."""
    assert coverage(SUBMIT, truth, noise) >= 0.94


@pytest.mark.parametrize(
    ("plan", "noise", "least"),
    [
        pytest.param(SUBMIT, Noise(0.02, program=0.005), 0.95, id="submit, half a percent"),
        pytest.param(SUBMIT, Noise(0.02, program=0.01), 0.94, id="submit, one percent"),
        pytest.param(SUBMIT, Noise(0.01, program=0.02), 0.92, id="submit, two percent"),
        pytest.param(BENCH, Noise(0.02, program=0.01), 0.95, id="bench, one percent"),
        pytest.param(BENCH, Noise(0.01, program=0.02), 0.95, id="bench, two percent"),
    ],
)
def test_programs_that_differ_make_it_wider(plan: Plan, noise: Noise, least: float) -> None:
    """Turns of one program share its luck; without that, `judge bench` holds 69 to 89 %."""
    assert coverage(plan, 1.0, noise) >= least
