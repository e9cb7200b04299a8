import json
import struct
import sys
import xml.etree.ElementTree as ET
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from judge.cli.render.bench import bench_json, chart, evidence, in_words, runtime_lines
from judge.cli.render.plot import plot_text
from judge.cli.render.svg import HEIGHT, WIDTH, html_page, svg_page
from judge.measurement.benchmark import Bench, Counted
from judge.measurement.curve import Curve, MeasuredGrowth
from judge.measurement.declared_complexity import in_text
from judge.measurement.fitting import fit
from judge.measurement.interval import Interval
from judge.measurement.ratio import RuntimeRatio
from judge.measurement.slopes import Point
from judge.measurement.turn_size import TurnSize
from judge.notes import Note
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.command import invoke


def curve(claim: str = "Time: O(n)", power: float = 1.0) -> Curve:
    """Return a measured curve beside a linear reference."""
    points = tuple(
        Point(n, 1e-7 * n**power, 1e-6, 2e-7 * n, 1e-6) for n in (1000, 2000, 4000, 8000, 16000)
    )
    found = fit(points, step=1e-9, reference="n")
    beside = fit([Point(p.n, p.reference or 0.0, 1e-6) for p in points], step=1e-9)
    assert found is not None
    return Curve("time", points, found, "n", beside, tuple(in_text(claim)))


def benched(one: Curve) -> Bench:
    timed = RuntimeRatio(Interval(1.5, 1.48, 1.52), 3e-3, 2e-3, TurnSize(8000))
    return Bench("lca", "v1", "full", MeasuredGrowth(one, None), timed)


@pytest.mark.parametrize(
    ("claim", "power", "words"),
    [
        ("Time: O(n)", 1.0, "as declared"),
        ("Time: O(n)", 2.0, "time grows like n^2"),
        ("Time: O(k)", 1.0, "declared O(k), which a measurement along n alone cannot settle"),
        ("", 1.0, "the reference grows like n"),
    ],
)
def test_one_line_says_how_it_grows(claim: str, power: float, words: str) -> None:
    """A person reads the class, what else it may be, and what became of the claim."""
    assert words in in_words(curve(claim, power))


def test_the_commands_output_shows_a_claim_that_is_not_so(tmp_path: Path) -> None:
    """With its evidence: what twice the size costs, sizes, and what was declared."""
    result = invoked(benched(curve("Time: O(n)", 2.0)), tmp_path)
    assert result.exit_code == 0
    assert "declared was O(n)" in result.output
    said = " ".join(result.output.split())
    assert "seen from n = 4,000 to 16,000: twice the n takes 4.00x (" in said
    assert "the time, and 2.00x (" in said
    assert ") the ratio to the reference; at n = 16,000 it took" in said
    assert "submission: n^2" in result.output
    assert "runtime: 1.50x the reference (1.48-1.52) at n = 8,000" in result.output


def test_no_doubling_is_told_of_an_exponential() -> None:
    """It would say another figure for each place where one begins."""
    points = tuple(Point(n, 1e-6 * 2.0**n, 1e-8, 1e-6 * 2.0**n, 1e-8) for n in range(10, 20))
    found = fit(points, step=1e-9, reference="2^n")
    assert found is not None
    assert found.measured == "2^n"
    said = evidence(Curve("time", points, found, "2^n", None, ()))
    assert said.startswith("seen from n = 14 to 19; at n = 19 it took 524 ms")


def test_one_size_has_one_figure_for_the_time_of_a_call(tmp_path: Path) -> None:
    """The line of the runtime has it; growth is read in fresh programs, and names others."""
    there = benched(curve())
    assert there.timed is not None
    same = replace(there, timed=replace(there.timed, size=TurnSize(16_000)))
    assert "at n = 16,000 it took" not in invoked(same, tmp_path).output
    elsewhere = invoked(there, tmp_path).output
    assert "at n = 16,000 it took 1.6 ms in a fresh program" in " ".join(elsewhere.split())
    assert "x the reference" not in elsewhere.partition("time grows")[2]


@pytest.mark.parametrize(
    ("ratio", "words"), [(488.354, "488x"), (23.26, "23.3x"), (2.324, "2.32x")]
)
def test_a_ratio_has_three_digits(ratio: float, words: str) -> None:
    """Nobody reads more."""
    timed = RuntimeRatio(Interval(ratio, ratio, ratio), 3e-3, 2e-3, TurnSize(8000))
    assert f"runtime: {words} the reference" in runtime_lines(timed)[0]


def test_who_is_not_believed_has_no_growth_either(tmp_path: Path) -> None:
    """One sentence says why, and another that this is all."""
    note = Note(code="timing_refused", message="its arguments are not what was sent")
    found = Bench("lca", "v1", "full", timed=RuntimeRatio(notes=[note], believable=False))
    output = invoked(found, tmp_path).output
    assert "its arguments are not what was sent" in output
    assert "nothing is said of growth either" in output
    assert bench_json(found)["growth"] is None


def test_notes_on_growth_are_shown(tmp_path: Path) -> None:
    """In place of a curve that tells nothing."""
    note = Note(code="growth_refused", message="growth is not told: at n = 8 it takes 40 times")
    found = Bench("lca", "v1", "full", MeasuredGrowth(None, None, notes=(note,)))
    assert note.message in " ".join(invoked(found, tmp_path).output.split())
    assert bench_json(found)["notes"] == [note.message]


def test_json_is_one_document_with_growth_as_in_a_report(tmp_path: Path) -> None:
    """Scripts read the same facts."""
    result = invoked(benched(curve()), tmp_path, "--json")
    found = json.loads(result.stdout)
    assert found["growth"]["time"]["declared"] == "n"
    assert found["growth"]["time"]["agrees"] is True
    assert (found["runtime"]["ratio"], found["runtime"]["n"]) == (1.5, 8000)
    assert [point["n"] for point in found["evidence"]["time"]["points"]][-1] == 16000


def test_a_submission_that_fails_a_sample_is_not_measured(tmp_path: Path) -> None:
    """How fast a wrong answer comes is of no interest; its prints cannot reach the terminal."""
    refused = Bench("lca", "v1", "full", refused="sample 1: \x1b[2Jexpected 3")
    result = invoked(refused, tmp_path)
    assert result.exit_code == 1
    assert "not measured: sample 1" in result.output
    assert "\x1b[2J" not in result.output
    assert bench_json(refused)["growth"] is None


@pytest.mark.parametrize("ending", ["svg", "html"])
def test_a_plot_is_written_where_it_was_asked_for(tmp_path: Path, ending: str) -> None:
    """It names both programs, their classes and the axes, and loads nothing from elsewhere."""
    out = tmp_path / f"plot.{ending}"
    result = invoked(benched(curve()), tmp_path, "--plot", str(out))
    text = out.read_text()
    assert result.exit_code == 0
    for words in ("submission: n", "reference: n", "size of the input n, log", "seconds, log"):
        assert words in text
    assert "prefers-color-scheme: dark" in text
    assert "<script" not in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_a_plot_may_be_a_picture(tmp_path: Path) -> None:
    """PNG, twice as large as the SVG, with the colours of a light ground."""
    out = tmp_path / "plot.png"
    result = invoked(benched(curve()), tmp_path, "--plot", str(out))
    assert result.exit_code == 0
    data = out.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    assert (width, height) == (2 * WIDTH, 2 * HEIGHT)
    length = data.index(b"IDAT") - 4
    packed = data[length + 8 : length + 8 + int.from_bytes(data[length : length + 4], "big")]
    assert len(set(zlib.decompressobj().decompress(packed))) > 20  # not all of one colour


def test_a_picture_without_its_extra_is_refused_before_measuring(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the line that installs it."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    monkeypatch.delitem(sys.modules, "judge.cli.render.png", raising=False)
    monkeypatch.delattr("judge.cli.render.png_of", raising=False)
    result = invoked(benched(curve()), tmp_path, "--plot", str(tmp_path / "plot.png"))
    assert result.exit_code == 2
    assert "uv tool install '.[plot]'" in result.stderr
    assert "x the reference" not in result.stdout


def test_an_ending_that_cannot_be_drawn_is_refused_before_measuring(tmp_path: Path) -> None:
    """Half a minute is not spent first."""
    result = invoked(benched(curve()), tmp_path, "--plot", "plot.gif")
    assert result.exit_code == 2
    assert "--plot writes .svg, .png and .html, not .gif" in result.output
    bare = invoked(benched(curve()), tmp_path, "--plot", "plot")
    assert "not a file without an ending" in bare.output


def test_the_svg_is_well_formed_whatever_the_title_holds() -> None:
    """Text is escaped; every point of both programs is in it."""
    page = svg_page("<b>&\"'", [chart(curve())])
    root = ET.fromstring(page)  # noqa: S314 - our own text
    circles = [e for e in root.iter() if e.tag.endswith("circle")]
    assert len(circles) == 2 + 2 * 5
    assert "<b>" not in page
    assert "<b>" not in html_page("<b>", [], ["<b>"])


def test_the_svg_has_its_colours_without_style_sheets() -> None:
    """Many programs know neither variables nor media queries: each part says its own colours."""
    page = svg_page("t", [chart(curve())])
    assert "var(" not in page
    for part in ET.fromstring(page).iter():  # noqa: S314 - our own text
        kind = part.tag.rpartition("}")[2]
        if kind in {"rect", "text"}:
            assert part.get("fill"), kind
        elif kind in {"line", "polyline"}:
            assert part.get("stroke"), kind
            assert kind == "line" or part.get("fill") == "none"
        elif kind == "circle":
            assert part.get("fill")
            assert part.get("stroke")


COST = {
    "steps": 500,
    "reference_steps": 250,
    "step_factor": 10.0,
    "index_steps": 9,
    "plan": [{"text": "SCAN t", "table": "t", "rows": 30, "below": []}],
    "reference_plan": [{"text": "SEARCH t", "table": None, "rows": None, "below": []}],
}


def counted(verdict: Verdict = Verdict.ACCEPTED) -> Bench:
    return Bench("slow-query", "v1", "full", counted=(Counted(3000, verdict, {"cost": COST}),))


def test_steps_stand_in_place_of_seconds(tmp_path: Path) -> None:
    """With both plans, also of what passes; JSON has the fields of the report."""
    text = invoked(counted(), tmp_path).output
    assert "n = 3,000: accepted" in text
    assert "cost: 500 steps, 2.00x the reference's 250" in text
    assert text.index("SCAN t: 30 rows") < text.index("The reference's plan:")
    assert "growth" not in text
    assert "stopped after 500" in invoked(counted(Verdict.TIME_LIMIT_EXCEEDED), tmp_path).output
    assert bench_json(counted())["counted"] == [{"n": 3000, "verdict": "AC", "cost": COST}]


def test_a_query_has_no_plot(tmp_path: Path) -> None:
    """Said before anything is played."""
    file = tmp_path / "mine.sql"
    file.write_text("SELECT 1")
    judge = FakeJudge(found=counted())
    result = invoke(judge, "bench", "slow-query", str(file), "--plot", str(tmp_path / "o.svg"))
    assert result.exit_code == 2
    assert "a query has no curve to draw" in result.output + result.stderr
    assert judge.judged == []


def test_the_plot_of_a_terminal_keeps_to_its_width() -> None:
    """In plain characters where the terminal has no others."""
    lines = plot_text(chart(curve()), 60, 10, plain=True)
    assert all(len(line) <= 60 for line in lines[1:])
    assert sum(line.count("*") for line in lines[1:]) >= 4
    assert lines[-1].lstrip().startswith("n=")
    assert "\n".join(lines).isascii()


def invoked(found: Bench, folder: Path, *options: str) -> Result:
    """Run `judge bench` on a file of one line."""
    file = folder / "mine.py"
    file.write_text("def f(): pass\n")
    return invoke(FakeJudge(found=found), "bench", "lca", str(file), *options)
