"""What the page shows of a measurement: the ratio, the chart and the ladder."""

from dataclasses import replace
from typing import Any

from judge.cli.render.page_measured import MOST_POINTS, measured_view
from judge.reports.report import Growth, Growths, Ladder, Point, Rung, Runtime
from tests.judge.cli.reports import HOSTILE, report

POINTS = [Point(n=10**k, cpu_seconds=1e-6 * 10**k, reference_cpu_seconds=2e-7) for k in range(1, 5)]
RUNTIME = Runtime(
    ratio=1.5, low=1.25, high=1.75, cpu_seconds=0.003, reference_cpu_seconds=0.002, points=POINTS
)
GROWTH = Growths(time=Growth(measured="n", reference="1", agrees=True, comparison="as declared"))


def view(**changes: Any) -> dict[str, Any]:
    return measured_view(report(**{"runtime": RUNTIME, "growth": GROWTH, **changes}))


def test_a_ratio_comes_with_its_interval_as_numbers_and_as_text() -> None:
    ratio = view()["runtime"]
    assert (ratio["low"], ratio["ratio"], ratio["high"]) == (1.25, 1.5, 1.75)
    assert ratio["text"] == "1.50x the reference (1.25-1.75)"
    assert ratio["calls"] == "3 ms a call; the reference 2 ms"


def test_what_grows_tenfold_each_step_is_a_straight_line() -> None:
    """Both axes are logarithmic, and places lie from 0 to 1."""
    found = view()["growth"]
    own, reference = found["lines"]
    assert (own["name"], own["measured"]) == ("yours", "like n")
    assert (reference["name"], reference["measured"]) == ("reference", "like 1")
    steps = [
        (b[0] - a[0], b[1] - a[1]) for a, b in zip(own["points"], own["points"][1:], strict=False)
    ]
    assert all(abs(x - steps[0][0]) < 0.001 and abs(y - steps[0][1]) < 0.001 for x, y in steps)
    assert len({y for _, y in reference["points"]}) == 1
    assert all(0 <= place <= 1 for line in found["lines"] for at in line["points"] for place in at)
    assert [one["text"] for one in found["sizes"]] == ["10", "100", "1,000", "10,000"]
    assert found["text"] == "grows like n, as declared"


def test_the_table_has_every_figure_of_the_chart() -> None:
    found = view()["growth"]
    assert found["rows"][-1] == {"n": "10,000", "yours": "10 ms", "reference": "0.0002 ms"}
    assert len(found["rows"]) == len(POINTS)


def test_a_cost_below_the_noise_has_a_row_and_no_point() -> None:
    quiet = replace(RUNTIME, points=[replace(POINTS[0], cpu_seconds=0.0), *POINTS[1:]])
    found = view(runtime=quiet)["growth"]
    assert (len(found["lines"][0]["points"]), len(found["rows"])) == (3, 4)


def test_ones_own_place_stands_among_the_rungs() -> None:
    rungs = [Rung(name="fast", ratio=0.5), Rung(name=HOSTILE, ratio=3.0)]
    found = view(ladder=Ladder(rank=2, of=3, rungs=rungs))["ladder"]
    assert [one["own"] for one in found["rungs"]] == [False, True, False]
    assert found["rungs"][1] == {"name": "yours", "ratio": "1.50x", "own": True}
    assert found["text"].startswith("place 2 of 3 ")
    assert found["rungs"][2]["name"].isprintable()


def test_what_was_not_measured_is_not_there() -> None:
    assert measured_view(report()) == {"runtime": None, "growth": None, "ladder": None}
    assert view(runtime=replace(RUNTIME, points=[]))["growth"] is None


def test_a_report_of_many_sizes_is_bounded() -> None:
    many = replace(RUNTIME, points=POINTS * 100)
    assert len(view(runtime=many)["growth"]["rows"]) == MOST_POINTS
