"""`python -m benchmarks --check` fails where a ratio has risen, and only there."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks import kept
from benchmarks.clock import Row


@pytest.fixture(autouse=True)
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep two ratios: 10 and 2."""
    monkeypatch.setattr(kept, "KEPT", tmp_path / "kept.json")
    kept.keep(lambda: rows(10.0, 2.0))


def rows(*ratios: float) -> Iterable[Row]:
    return [Row(f"row {place}", [ratio], 1.0, "") for place, ratio in enumerate(ratios)]


def test_a_ratio_within_its_bound_passes() -> None:
    """Lower ones do too: an improvement is kept by hand."""
    assert kept.check(lambda: rows(10.0 * kept.MOST_RISE, 0.1)) == 0


def test_a_ratio_that_has_risen_fails_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """Of both measurements the lower one counts."""
    assert kept.check(lambda: rows(10.0, 2.1 * kept.MOST_RISE)) == 1
    assert "RISEN: row 1" in capsys.readouterr().out


def test_a_row_that_rose_once_is_forgiven() -> None:
    """Something else ran beside it."""
    measured = iter([rows(99.0, 2.0), rows(10.0, 2.0)])
    assert kept.check(lambda: next(measured)) == 0


def test_a_row_that_is_on_one_side_only_fails() -> None:
    """Neither a row that is new nor one that has gone passes unseen."""
    assert kept.check(lambda: rows(10.0)) == 1
    assert kept.check(lambda: rows(10.0, 2.0, 1.0)) == 1


def test_the_kept_table_has_the_rows_that_are_measured() -> None:
    """Its names are those of the short form; the figures are positive."""
    ratios = json.loads((Path(kept.__file__).with_name("kept.json")).read_text())
    assert len(ratios) >= 5
    assert all(ratio > 0 for ratio in ratios.values())
