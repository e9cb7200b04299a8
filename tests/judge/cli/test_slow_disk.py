"""A disk that is slow to keep an event: nobody waits for it to see a verdict, nor to leave."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from judge.practice import Event, History
from judge.verdict import Verdict
from tests.judge.cli.command import invoke, judging

Write = Callable[[int, bytes], int]
EVENT = b'{"v":1,'


def kept(folder: Path) -> list[Event]:
    return History(folder, pytest.fail).read()


def before(_write: Write, _file: int, _data: bytes) -> int:
    raise KeyboardInterrupt


def in_the_middle(write: Write, file: int, data: bytes) -> int:
    write(file, data[: len(data) // 2])
    raise KeyboardInterrupt


def after(write: Write, file: int, data: bytes) -> int:
    write(file, data)
    raise KeyboardInterrupt


@pytest.mark.parametrize(("moment", "count"), [(before, 0), (in_the_middle, 0), (after, 1)])
def test_who_leaves_while_it_is_kept_has_the_verdict_and_no_half_event(
    moment: Callable[[Write, int, bytes], int],
    count: int,
    file: str,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The verdict is on the screen when the write begins; Ctrl-C then keeps an event or none."""
    judge = judging(Verdict.WRONG_ANSWER)
    true = os.write
    shown = []

    def interrupted(file: int, data: bytes) -> int:
        if not data.startswith(EVENT):
            return true(file, data)
        shown.append(sys.stdout.buffer.getvalue())  # type: ignore[union-attr]  # click's own
        return moment(true, file, data)

    with monkeypatch.context() as slow:
        slow.setattr(os, "write", interrupted)
        result = invoke(judge, "submit", "lca", file)
    assert result.exit_code == 130
    [screen] = shown
    assert screen.decode() == result.stdout
    assert "WA wrong answer" in result.stdout
    lines = (data_dir / "history.jsonl").read_bytes()
    assert (lines.count(b"\n"), len(kept(data_dir))) == (count, count)
    assert lines.endswith(b"\n" * count)
    assert invoke(judge, "submit", "lca", file).exit_code == 1
    assert len(kept(data_dir)) == count + 1
