import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from judge.cli import render
from judge.cli.render.console import open_page
from judge.testing import FakeJudge
from tests.judge.cli.command import invoke
from tests.judge.practice.round_events import Line, approach, event, perfect, start, submit


def score(*words: str) -> Result:
    return invoke(FakeJudge(), "round", "score", *words)


def written(folder: Path, *rounds: Any) -> str:
    path = folder / "rounds.jsonl"
    path.write_text("".join(f"{json.dumps(one)}\n" for one in rounds))
    return str(path)


def line(*events: Line, **measured: Any) -> Line:
    return {"events": [start(), *events], "measured": measured, "colour": "red"}


def test_the_cards_are_one_document_in_the_order_of_the_lines(tmp_path: Path) -> None:
    """Exactly levels, sure, leans and told; not judged is null."""
    file = written(tmp_path, line(submit(), quality={"a10": []}), line(), line(submit(61)))
    done = score(file, "--json")
    assert done.exit_code == 0
    cards = json.loads(done.stdout)["cards"]
    assert [set(card) for card in cards] == [{"levels", "sure", "leans", "told"}] * 3
    assert [card["levels"]["coding"] for card in cards] == [4, 1, 1]
    assert [card["levels"]["clean"] for card in cards] == [4, None, None]
    assert [card["sure"]["clean"] for card in cards] == ["fair", None, None]
    assert [card["told"] for card in cards] == [[], [], ["late"]]


def test_blank_lines_and_missing_figures_are_allowed(tmp_path: Path) -> None:
    """A line needs its events alone."""
    path = tmp_path / "rounds.jsonl"
    path.write_text(f"\n{json.dumps({'events': [start()]})}\r\n\n")
    assert len(json.loads(score(str(path), "--json").stdout)["cards"]) == 1
    path.write_text("")
    assert json.loads(score(str(path), "--json").stdout) == {"cards": []}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "line 1: not JSON"),
        ("[" * 100_000, "line 1: not JSON"),
        ("3", 'line 1: it must be an object with a list of "events"'),
        ('{"events": 3}', 'line 1: it must be an object with a list of "events"'),
        ('{"events": [], "measured": [3]}', 'line 1: "measured" must be an object'),
        ('\n{"events": []}', "line 2: there is no round: no event is a round_start"),
        ('{"events": [3]}', "line 1: event 1: an event is a JSON object"),
        ('{"events": [{"kind": "run", "at": "noon"}]}', "line 1: event 1: at must be a moment"),
    ],
)
def test_a_file_that_holds_no_rounds_is_refused_with_its_line(
    tmp_path: Path, text: str, words: str
) -> None:
    """Exit status 2, nothing on standard output, and no traceback."""
    path = tmp_path / "rounds.jsonl"
    path.write_text(text)
    done = score(str(path), "--json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Missing, a folder, or no text."""
    (tmp_path / "latin").write_bytes(b"\xff")
    for name in ("gone", "", "latin"):
        done = score(str(tmp_path / name))
        assert (done.exit_code, done.stdout) == (2, "")
        assert f"cannot read {tmp_path / name if name else tmp_path}" in done.stderr


def test_people_read_levels_in_words_with_their_evidence(tmp_path: Path) -> None:
    """How sure each is, what would raise it, and two things to practise with commands."""
    shown = score(written(tmp_path, line(submit(), event(9, "hint", n=1)))).stdout
    levels, _, evidence = shown.partition("The round leans")
    assert [re.split(r"  +", row) for row in levels.strip().splitlines()] == [
        ["Coding and algorithms", "4", "strong yes", "fair evidence"],
        ["Clean, efficient code", "-", "not judged"],
        ["Problem solving", "2", "no", "fair evidence"],
        ["Time and space complexity", "3", "yes", "fair evidence"],
        ["Test and debug", "2", "no", "thin evidence"],
    ]
    assert "1 hint opened before it was accepted." in evidence
    assert "Less sure: no wrong solutions are known" in evidence
    assert "It would rise: a: try three inputs of your own" in evidence
    assert "before you submit:\n       judge run a a.py\n" in evidence
    assert "The round leans: no" in shown
    assert "Hints, the editorial or the solutions were opened before a part was solved." in shown
    practise = shown.partition("Practise next:")[2].partition("\n\n")[0].strip().splitlines()
    assert [one.strip().partition(" ")[0] for one in practise] == ["1.", "judge", "2.", "judge"]


def test_a_card_fits_a_terminal_of_80_columns() -> None:
    """Further lines of a sentence begin where its first one does; a command stays whole."""
    page = io.StringIO()
    card = perfect(event(4, "editorial"), declared={"time": "V + E" * 9}, growth=None)
    render.show_card(open_page(page, 80), card)
    lines = page.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    place = next(n for n, line in enumerate(lines) if line.startswith("    • In the end"))
    assert re.match(" {6}[^ ]", lines[place + 1])


def test_all_that_a_card_shows_is_escaped(tmp_path: Path) -> None:
    """A file may come from anybody."""
    hostile = "\x1b[31m\udc80[red]"
    begun = start({"slug": hostile, "kind": "problem", "must": True})
    claimed = approach(time=hostile, space=hostile) | {"problem": hostile}
    accepted = submit(10, "AC", hostile, growth={"measured": hostile, "reference": hostile})
    measured = {"quality": {accepted["source"]: [hostile, "B006", "E722"]}}
    events = [begun, claimed, accepted, event(12, "run", slug=hostile)]
    done = score(written(tmp_path, {"events": events, "measured": measured}))
    assert done.exit_code == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert "\\x1b[31m" in done.stdout


def test_a_perfect_card_still_says_what_to_practise() -> None:
    """Another round."""
    assert [one.command for one in perfect().practise] == ["judge round start", "judge next"]
