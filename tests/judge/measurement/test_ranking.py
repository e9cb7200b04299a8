"""The ladder: ratios of the accepted solutions, kept, and measured again when stale."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.spin import TURNS, package, slowed
from judge.events import Timing, result_of
from judge.measurement.interval import Interval
from judge.measurement.ranking import (
    STALE_SECONDS,
    kept_size,
    ladder_path,
    rank_of,
    ready_rungs,
)
from judge.measurement.turn_size import TurnSize
from tests.judge.measurement.rig import Rig, open_rig

SIZE = TurnSize(6_000)


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    """A package with one accepted solution beside the reference: three times as slow."""
    problem = package(tmp_path / "package")
    accepted = problem.solutions / "accepted"
    (accepted / "thrice.py").write_bytes(slowed(3.0).source)
    with open_rig(tmp_path, problem) as found:
        yield found


def rungs(rig: Rig) -> tuple[dict[str, float], set[str]]:
    """Return the ratios, and which rungs were measured for it."""
    seen: list[Timing | Any] = []
    ratios = result_of(ready_rungs(rig.trial(slowed(1.0)), SIZE), seen.append)
    return ratios, {step.rung for step in seen if isinstance(step, Timing)}


def changed(rig: Rig, **values: Any) -> None:
    """Alter the kept rung."""
    path = ladder_path(rig.settings.cache_dir, rig.problem)
    kept = json.loads(path.read_text())
    kept["value"]["thrice"] |= values
    path.write_text(json.dumps(kept))


@pytest.mark.alone
@pytest.mark.needs("full")
def test_a_rung_is_measured_once_and_again_when_it_is_stale(rig: Rig) -> None:
    """Old, of another source, of another interpreter, or unreadable: measured again."""
    found, measured = rungs(rig)
    assert measured == {"thrice"}
    assert found["reference"] == 1.0
    assert 2.3 < found["thrice"] < 3.9
    assert rungs(rig) == (found, set())
    path = ladder_path(rig.settings.cache_dir, rig.problem)
    kept = json.loads(path.read_text())
    made = kept["value"]["thrice"]["made"]
    for values in (
        {"made": made - STALE_SECONDS - 1},
        {"made": made + 86_400},
        {"sha256": "of another source"},
        {"ratio": "fast"},
    ):
        changed(rig, **values)
        assert rungs(rig)[1] == {"thrice"}, values
    path.write_text(json.dumps(kept | {"origin": "another interpreter"}))
    assert rungs(rig)[1] == {"thrice"}
    (rig.problem.solutions / "accepted" / "thrice.py").write_text(
        f"def spin(n, salt):{TURNS}    return salt\n"
    )
    found, measured = rungs(rig)
    assert measured == {"thrice"}
    assert found["thrice"] < 1.5


@pytest.mark.alone
@pytest.mark.needs("full")
def test_the_size_is_chosen_once(rig: Rig) -> None:
    """It is kept with the rungs, and like them for as long as it is fresh and sound."""
    trial = rig.trial(slowed(1.0))
    assert kept_size(trial) is None
    rungs(rig)
    assert kept_size(trial) == SIZE
    path = ladder_path(rig.settings.cache_dir, rig.problem)
    whole = path.read_text()
    for wrong in ('"size": [6000, 0]', '"size": [-1, 1]', '"size": "6000"', '"other": 1'):
        path.write_text(whole.replace('"size": [6000, 1]', wrong))
        assert kept_size(trial) is None, wrong


@pytest.mark.alone
@pytest.mark.needs("full")
@pytest.mark.parametrize("text", ["", "[]", '{"thrice": 1}', "[" * 100_000, "\udcff"])
def test_a_broken_file_holds_no_rung(rig: Rig, text: str) -> None:
    """Whatever is wrong with it, it is written anew."""
    path = ladder_path(rig.settings.cache_dir, rig.problem)
    path.parent.mkdir(parents=True)
    path.write_text(text, errors="surrogateescape")
    assert rungs(rig)[1] == {"thrice"}
    assert rungs(rig)[1] == set()


def test_only_rungs_that_are_surely_faster_rank_above() -> None:
    """Noise moves the ratio inside its interval, and not the rank."""
    known = {"reference": 1.0, "fast": 0.4, "slow": 3.0}
    assert rank_of(Interval(1.05, 0.95, 1.15), known).place == 2
    assert rank_of(Interval(1.05, 1.01, 1.15), known).place == 3
    assert rank_of(Interval(9.0, 8.0, 10.0), known).place == 4
    assert rank_of(Interval(9.0, 8.0, 10.0), known).rungs[0] == ("fast", 0.4)
