"""The file of events: what is appended is read back, and a damaged file costs one line."""

import hashlib
import json
import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from judge.practice import Event, History, new_event

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
