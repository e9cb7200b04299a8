"""The file of events: what is appended is read back, and a damaged file costs one line."""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from judge.practice import Event, History, Past, carried, new_event, past_of

ROOT = Path(__file__).resolve().parents[3]
HERE = datetime(2026, 11, 29, 19, 30, tzinfo=timezone(timedelta(hours=-5)))
TEXT = "print('\u00e9')\n".encode()
DIGEST = hashlib.sha256(TEXT).hexdigest()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def history(tmp_path: Path, told: list[str]) -> History:
    return History(tmp_path / "data", told.append)


def event(id_: str = "a" * 32, **values: object) -> Event:
    return new_event("submit", now=HERE, id=id_, problem="lca", **values)


def test_an_event_and_its_text_are_read_back(history: History, told: list[str]) -> None:
    kept = event(source=DIGEST, verdict="AC", facts={"own": True, "text": "\ud800"})
    assert history.append(kept, TEXT)
    assert history.read() == [kept]
    assert history.text(DIGEST) == TEXT
    assert (kept.offset, kept.at.hour) == (-300, 0)
    assert history.path.stat().st_mode & 0o777 == 0o600
    assert told == []


def test_an_id_counts_once_and_events_come_in_the_order_of_time(history: History) -> None:
    later = new_event("hint", now=HERE + timedelta(seconds=1), problem="lca")
    history.extend([later, event(), event(verdict="WA")])
    assert [one.kind for one in history.read()] == ["submit", "hint"]


def test_a_torn_line_is_skipped_and_the_next_one_is_whole(
    history: History, told: list[str]
) -> None:
    history.append(event())
    with history.path.open("ab") as file:
        file.write(b'{"v": 1, "id": "to')
    assert len(history.read()) == 1
    assert len(told) == 1
    history.append(event("b" * 32))
    assert [one.id[0] for one in history.read()] == ["a", "b"]


def test_events_of_a_newer_judge_are_kept_and_skipped(history: History, told: list[str]) -> None:
    history.append(event())
    newer = json.dumps({"v": 9, "what": "is not known"}).encode() + b"\n"
    with history.path.open("ab") as file:
        file.write(newer)
    assert len(history.read()) == 1
    assert newer in history.path.read_bytes()
    assert told == []


def test_a_file_without_events_is_put_aside_and_told(history: History, told: list[str]) -> None:
    history.path.parent.mkdir()
    history.path.write_bytes(os.urandom(2000))
    assert history.read() == []
    assert len(told) == 1
    assert [one.name[:16] for one in history.path.parent.iterdir()] == ["history.corrupt-"]
    assert history.append(event())


def test_a_file_that_may_not_be_opened_is_left_and_told_once(
    history: History, told: list[str]
) -> None:
    history.path.mkdir(parents=True)
    assert history.read() == history.read() == []
    assert not history.append(event())
    assert history.path.is_dir()
    assert len(told) == 1


def run(script: str, *words: object) -> str:
    """Run a script beside this file to its end, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.judge.practice.{script}", *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


def test_a_kill_at_any_step_leaves_no_half_event_and_doubles_none(tmp_path: Path) -> None:
    """Before each call of the system, and in the middle of each write."""
    whole, torn = map(int, run("killed_writer", tmp_path / "data").split())
    assert whole == torn
    assert whole > 15


def test_processes_write_at_once(tmp_path: Path) -> None:
    """All lines are whole, and all are there."""
    run("many_writers", tmp_path, 4, 40)
    history = History(tmp_path, pytest.fail)
    assert len({one.id for one in history.read()}) == 160
    lines = history.path.read_bytes().split(b"\n")
    assert lines.pop() == b""
    assert len([json.loads(line) for line in lines]) == 160


def test_a_file_of_the_first_version_is_read(tmp_path: Path) -> None:
    """Each kind of line that this judge has ever written, with the text that one names."""
    first = ROOT / "tests" / "old" / "history"
    shutil.copytree(first, tmp_path / "data")
    history = History(tmp_path / "data", pytest.fail)
    events = history.read()
    assert [one.kind for one in events] == ["show", "run", "submit", "hint", "submit"]
    assert [one.verdict for one in events] == [None, "WA", "WA", None, "AC"]
    assert past_of(events) == Past(hints=frozenset({1}), solved=True)
    assert events[-1].facts["growth"]["measured"] == "n"
    assert history.text(events[-1].source or "") == b"def lca(root, p, q):\n    return root\n"
    assert (first / "history.jsonl").read_bytes() == history.path.read_bytes()


def test_a_short_write_leaves_nothing(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes a part of a line gets it back."""
    told: list[str] = []
    history.append(event())
    before = history.path.read_bytes()
    true = os.write
    monkeypatch.setattr(os, "write", lambda file, data: true(file, data[:7]))
    assert not History(history.path.parent, told.append).append(event("b" * 32))
    assert history.path.read_bytes() == before
    assert told == [f"this is not recorded: No space left on device ({history.path})"]


def test_a_file_that_was_put_aside_meanwhile_is_not_written_to(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waited for the lock writes to the new file."""
    history.append(event())
    true, aside = fcntl.flock, history.path.with_name("aside")

    def flock(file: int, operation: int) -> None:
        monkeypatch.setattr(fcntl, "flock", true)
        history.path.rename(aside)
        true(file, operation)

    monkeypatch.setattr(fcntl, "flock", flock)
    assert history.append(event("b" * 32))
    assert [one.id[0] for one in history.read()] == ["b"]
    assert len(aside.read_bytes().splitlines()) == 1


def test_lines_of_a_newer_judge_may_name_themselves_otherwise(history: History) -> None:
    newer = [b'{"v": 2, "id": [1]}', b'{"v": 2, "id": {}}', b'{"v": 2}']
    assert history.extend_lines(newer)
    assert history.lines() == newer
    imported = carried.imported(history, [event().line(), *newer])
    assert imported is not None
    assert (imported.new, imported.broken) == (1, 3)


@pytest.mark.parametrize("odd", ["NaN", "-Infinity", "1e999"])
def test_what_json_has_no_number_for_is_null(history: History, odd: str) -> None:
    line = event(facts={"low": 7}).line().replace(b":7", f":{odd}".encode())
    assert history.extend_lines([line])
    assert history.read()[0].facts == {"low": None}
