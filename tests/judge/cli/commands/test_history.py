"""`judge history`, `judge diff` and `judge restore`: what was done, read back."""

import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from rich.console import Console

from judge.cli.render.history import history_rows, show_history
from judge.practice import Event, History, digest_of, new_event
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.command import invoke, judging

EVENING = datetime(2026, 11, 29, 19, 0, tzinfo=UTC)
RATIO = ("ratio", "low", "high")
OLD, NEW = b"def f(n):\n    return n\n", b"def f(n):\n    return \x1b[31mn + 1\n"


def event(minute: int, kind: str, problem: str = "lca", **values: Any) -> Event:
    return new_event(kind, now=EVENING + timedelta(minutes=minute), problem=problem, **values)


def kept(folder: Path) -> History:
    return History(folder, pytest.fail)


@pytest.fixture
def history(data_dir: Path) -> History:
    """Return a history of an evening on two problems."""
    runtime = {"ratio": 1.066, "low": 1.041, "high": 1.1}
    facts = {"runtime": runtime, "growth": {"measured": "n log n"}}
    new: dict[str, Any] = {"source": digest_of(NEW), "facts": facts}
    found = kept(data_dir)
    found.extend(
        [
            event(0, "show", id="c" * 32),
            event(9, "submit", id="a1" + "0" * 30, verdict="WA", source=digest_of(OLD)),
            event(12, "hint", id="d" * 32, facts={"n": 1}),
            event(20, "submit", id="a2" + "0" * 30, verdict="AC", **new),
            event(25, "submit", "longest-unique-substring", id="b" * 32, verdict="TLE"),
        ],
        [OLD, NEW],
    )
    return found


def lines(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_the_table_is_newest_first(history: History) -> None:
    """With the minutes since the last look, the ratio with its interval, and the growth."""
    head, *rows = lines(invoke(FakeJudge(), "history"))
    assert head.split() == ["when", "problem", "verdict", "min", "ratio", "growth", "id"]
    assert [row.split()[3] for row in rows] == ["TLE", "AC", "WA"]
    assert rows[0].split()[2:] == ["longest-unique-substring", "TLE", "-", "-", "-", "bbbbbbbb"]
    assert "lca" in rows[1]
    assert "AC" in rows[1]
    assert rows[1].split()[4:] == ["20", "1.07", "(1.04-1.1)", "n", "log", "n", "a2000000"]
    assert rows[2].split()[4] == "9"
    assert len(history.read()) == 5


@pytest.mark.usefixtures("history")
def test_one_problem_and_all_kinds() -> None:
    """A problem's own table does not repeat its name."""
    assert "lca" not in invoke(FakeJudge(), "history", "lca").stdout
    assert len(lines(invoke(FakeJudge(), "history", "lca"))) == 3
    assert len(lines(invoke(FakeJudge(), "history", "--all"))) == 6
    listed = json.loads(invoke(FakeJudge(), "history", "lca", "--json").stdout)
    assert [(one["verdict"], one["minutes_since_look"]) for one in listed] == [
        ("AC", 20),
        ("WA", 9),
    ]
    none = invoke(FakeJudge(), "history", "lru-cache")
    assert (none.exit_code, none.stdout) == (0, "")
    assert "nothing of lru-cache yet" in none.stderr


def test_an_event_is_shown_with_its_report_and_its_text(file: str, data_dir: Path) -> None:
    """The first letters of its id are enough."""
    shown = invoke(judging(Verdict.WRONG_ANSWER), "submit", "lca", file, "--json").stdout
    [event] = kept(data_dir).read()
    told = json.loads(invoke(FakeJudge(), "history", "show", event.id[:6], "--json").stdout)
    assert told["report"] == json.loads(shown)
    assert told["text"] == Path(file).read_text()
    words = invoke(FakeJudge(), "history", "show", event.id[:6]).stdout
    assert "97 of 412 cases passed" in words
    assert "judge replay" not in words
    assert "1 def lca(root, p, q):" in words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["history", "show", "zz"], "begins with 'zz'"),
        (["history", "show", ""], "5 ids begin with ''"),
        (["history", "show"], "ID"),
        (["history", "lca", "more", "words"], "extra argument"),
        (["history", "lca", "--export", "x"], "exclude each other"),
        (["diff", "a1", "bbb"], "is not kept"),
        (["restore", "a1", "."], "already"),
        (["history", "--import", "/nowhere"], "cannot read"),
    ],
)
@pytest.mark.usefixtures("history")
def test_what_is_not_there_is_a_mistake(words: list[str], said: str) -> None:
    """Said in a line."""
    result = invoke(FakeJudge(), *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.usefixtures("history")
def test_a_difference_is_shown_and_hostile_text_is_escaped() -> None:
    """No byte of it reaches the terminal as it is."""
    told = lines(invoke(FakeJudge(), "diff", "a1", "a2"))
    assert told[0].startswith("--- a1000000")
    assert "-    return n" in told
    assert "+    return \\x1b[31mn + 1" in told
    assert lines(invoke(FakeJudge(), "diff", "a1", "a1")) == ["the two are the same"]
    document = json.loads(invoke(FakeJudge(), "diff", "a1", "a2", "--json").stdout)
    assert document["diff"] == told


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("3.11.7", "time over the reference's: 2 (1.9-2.1), then 1.5 (1.4-1.6)"),
        ("3.12.1", "their times are not compared: measured on Python 3.11.7 and Python 3.12.1"),
    ],
)
def test_figures_are_compared_on_one_interpreter(version: str, said: str, data_dir: Path) -> None:
    """Otherwise it is said in words, beside the difference and under the table."""
    timed: list[dict[str, Any]] = [
        {"runtime": dict(zip(RATIO, (2.0, 1.9, 2.1), strict=True)), "language_version": "3.11.7"},
        {"runtime": dict(zip(RATIO, (1.5, 1.4, 1.6), strict=True)), "language_version": version},
    ]
    kept(data_dir).extend(
        event(9 * n, "submit", id=f"a{n}" + "0" * 30, verdict="AC", source=text, facts=facts)
        for n, (text, facts) in enumerate(zip(map(digest_of, (OLD, NEW)), timed, strict=True))
    )
    for text in (OLD, NEW):
        kept(data_dir).extend([], [text])
    assert invoke(FakeJudge(), "diff", "a0", "a1").stderr.splitlines() == [said]
    assert json.loads(invoke(FakeJudge(), "diff", "a0", "a1", "--json").stdout)["figures"] == said
    head, new, old, *note = lines(invoke(FakeJudge(), "history"))
    other = version != "3.11.7"
    assert (head.count("*"), new.count("*"), old.count("*")) == (0, 0, int(other))
    assert note == ["* measured on Python 3.11.7: not to be compared with the others"] * other


@pytest.mark.usefixtures("history")
def test_a_text_is_restored_and_nothing_overwritten(tmp_path: Path) -> None:
    """Byte for byte; a link is followed nowhere."""
    out, link = tmp_path / "again.py", tmp_path / "link.py"
    assert invoke(FakeJudge(), "restore", "a2", str(out)).exit_code == 0
    assert out.read_bytes() == NEW
    link.symlink_to(tmp_path / "not-there.py")
    for place in (out, link):
        assert invoke(FakeJudge(), "restore", "a1", str(place)).exit_code == 2
    assert out.read_bytes() == NEW
    assert not (tmp_path / "not-there.py").exists()


def test_another_machine_takes_it_in_once(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the texts, and lines of a newer judge; what is broken is counted."""
    newer = b'{"v":9,"id":"new","what":"unknown"}'
    history.extend_lines([newer])
    out = tmp_path / "out.jsonl"
    assert invoke(FakeJudge(), "history", "--export", str(out)).exit_code == 0
    assert invoke(FakeJudge(), "history", "--export", str(out)).exit_code == 2
    monkeypatch.setenv("JUDGE_DATA_DIR", str(tmp_path / "other"))
    with out.open("ab") as file:
        file.write(b"nonsense\n")
    for new, known in ((6, 0), (0, 6)):
        told = json.loads(invoke(FakeJudge(), "history", "--import", str(out), "--json").stdout)
        assert told == {"new": new, "known": known, "broken": 1}
    there = kept(tmp_path / "other")
    assert there.read() == history.read()
    assert there.text(digest_of(NEW)) == NEW
    assert newer in there.path.read_bytes()
    assert invoke(FakeJudge(), "restore", "a1", str(tmp_path / "a1.py")).exit_code == 0


def test_two_machines_take_in_each_other_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both then have the same events and texts, each once, though they share some already."""
    shared = event(0, "submit", id="5" * 32, verdict="WA", source=digest_of(OLD))
    here, there = tmp_path / "here", tmp_path / "there"
    kept(here).extend([shared, event(1, "hint", id="1" * 32, facts={"n": 1})], [OLD])
    own = event(2, "submit", id="2" * 32, verdict="AC", source=digest_of(NEW))
    kept(there).extend([own, shared], [OLD, NEW])
    for number in range(2):
        for source, target in ((here, there), (there, here)):
            out = tmp_path / f"{number}-{source.name}.jsonl"
            monkeypatch.setenv("JUDGE_DATA_DIR", str(source))
            assert invoke(FakeJudge(), "history", "--export", str(out)).exit_code == 0
            monkeypatch.setenv("JUDGE_DATA_DIR", str(target))
            words = ["history", "--import", str(out), "--json"]
            told = json.loads(invoke(FakeJudge(), *words).stdout)
            assert told["new"] == (1 if number == 0 else 0)
            assert told["new"] + told["known"] == len(kept(source).read())
    assert kept(here).read() == kept(there).read()
    for folder in (here, there):
        lines = kept(folder).path.read_bytes().splitlines()
        assert sorted(json.loads(line)["id"][0] for line in lines) == ["1", "2", "5"]
        assert (kept(folder).text(digest_of(OLD)), kept(folder).text(digest_of(NEW))) == (OLD, NEW)


@pytest.mark.parametrize("text", [b"nonsense\n", b"\xff\x00\n", b"[1]\n" * 3, b'{"v": 1}\n'])
def test_what_is_no_export_is_a_mistake(text: bytes, tmp_path: Path, data_dir: Path) -> None:
    """Nothing of it is kept."""
    (tmp_path / "in").write_bytes(text)
    result = invoke(FakeJudge(), "history", "--import", str(tmp_path / "in"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "holds no history" in result.stderr
    assert not (data_dir / "history.jsonl").exists()


def test_a_text_that_is_not_the_one_it_says_is_not_taken(tmp_path: Path, data_dir: Path) -> None:
    """Its digest tells."""
    line = {"v": 1, "sha256": digest_of(OLD), "text": "another"}
    export = b"\n".join([json.dumps(line).encode(), event(0, "show").line()])
    (tmp_path / "in").write_bytes(export)
    told = invoke(FakeJudge(), "history", "--import", str(tmp_path / "in"), "--json").stdout
    assert json.loads(told) == {"new": 1, "known": 0, "broken": 1}
    assert kept(data_dir).text(digest_of(OLD)) is None


def test_imported_events_may_say_anything(data_dir: Path) -> None:
    """No command fails on them, and none of their text reaches the terminal as it is."""
    wild: dict[str, Any] = {
        "runtime": {"ratio": "x", "low": None, "high": True},
        "growth": {"measured": 3},
        "report": "0" * 64,
        "\x1b]0;": [1, {"deep": "\x1b"}],
    }
    history = kept(data_dir)
    history.extend(
        [
            event(0, "submit", "\x1b[2J", id="\x1b" * 9, verdict="\x07", facts=wild),
            event(1, "submit", "x", id="c", verdict="AC", facts={"runtime": 4, "growth": []}),
            event(2, "submit", "x", id="d", facts={"runtime": dict.fromkeys(RATIO, 10**400)}),
        ]
    )
    for words in (["history"], ["history", "--all"], ["history", "show", "\x1b"]):
        result = invoke(FakeJudge(), *words)
        assert result.exit_code == 0, result.output
        assert not {"\x1b", "\x07"} & set(result.stdout)


def test_cases_lists_what_was_met(data_dir: Path) -> None:
    """Nothing yet is no mistake."""
    none = invoke(FakeJudge(), "history", "cases")
    assert (none.exit_code, none.stdout) == (0, "")
    assert json.loads(invoke(FakeJudge(), "history", "cases", "--json").stdout) == []
    (data_dir / "met").mkdir()
    (data_dir / "met" / "gone-problem.json").write_text("{}")
    assert invoke(FakeJudge(), "history", "cases").exit_code == 0


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("terminal", [True, False])
def test_the_table_fits_its_width(width: int, *, terminal: bool) -> None:
    """With the longest slug, ratio and growth of those that are there; a pipe has whole lines."""
    facts = {
        "runtime": {"ratio": 12.34, "low": 11.22, "high": 13.55},
        "growth": {"measured": "n log n"},
    }
    events = [
        event(0, "start", "test-longest-unique-substring"),
        event(59, "submit", "test-longest-unique-substring", verdict="AC", facts=facts),
        event(5, "submit", verdict="TLE"),
    ]
    file = io.StringIO()
    console = Console(file=file, width=width, force_terminal=terminal, color_system=None)
    show_history(console, history_rows(events, everything=False), named=True)
    shown = file.getvalue().splitlines()
    assert len(shown) == 3
    assert max(map(len, shown)) <= (width if terminal else 120)
    assert "n log n" in file.getvalue()
