"""A glance at the history: whether a round goes on, without reading an event."""

from pathlib import Path

import pytest

from judge.practice.glance import FILE, may_have_round
from judge.practice.history import History
from tests.judge.practice.rehearsals import Rehearsal


def kept(folder: Path, *rehearsals: Rehearsal) -> bool:
    events = [event for one in rehearsals for event in one.events]
    assert History(folder, pytest.fail).extend(events, {})
    return may_have_round(folder)


def test_a_round_is_seen_until_it_ends(tmp_path: Path) -> None:
    """Also beside others that have ended, before it or after."""
    assert not may_have_round(tmp_path)
    running, ended = Rehearsal().add(1, "round_ask", "lca"), Rehearsal().end(9)
    assert not kept(tmp_path, ended)
    assert kept(tmp_path, running)
    assert kept(tmp_path, Rehearsal().end(9))
    end = Rehearsal()
    end.events = [running.end(9).events[-1]]
    assert not kept(tmp_path, end)


def test_words_of_a_person_start_no_round(tmp_path: Path) -> None:
    """Whatever they type."""
    text = '{"kind":"round_start","problem":null,"version":null,"round":"x"'
    one = Rehearsal().add(1, "round_ask", "lca", text=f"\n{text}").end(9)
    assert not kept(tmp_path, one)


def test_facts_of_another_event_start_no_round(tmp_path: Path) -> None:
    """However often they hold the words, as a line of another machine may."""
    words = {"kind": "round_start", "problem": None, "round": "x"}
    one = Rehearsal().add(1, "round_ask", "lca", matched=words, text=[words] * 3_000).end(9)
    assert not kept(tmp_path, one)


@pytest.mark.parametrize("text", [b"", b"\xff\x00round_start", b'{"kind":"round_start"'])
def test_a_broken_history_holds_none(tmp_path: Path, text: bytes) -> None:
    """It is told where it is read."""
    (tmp_path / FILE).write_bytes(text)
    assert not may_have_round(tmp_path)
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).mkdir()
    assert not may_have_round(tmp_path)
