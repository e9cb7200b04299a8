"""What a command did is kept after its output, costs nobody a verdict, and needs little to load."""

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from judge import client
from judge.errors import UsageError
from judge.events import Timing
from judge.measurement import Bench
from judge.practice import Event, Given, History, keep_judged
from judge.problems.problem import Problem
from judge.reports.report import JudgingEvent, VerdictKnown
from judge.submission import Submission
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.command import invoke, judging
from tests.judge.cli.reports import report

ROOT = Path(__file__).resolve().parents[3]
#: What a bare command line has loaded anyway, and what is ours to load after a verdict.
OURS = {
    "judge.practice",
    "judge.practice.event",
    "judge.practice.recorded",
    "judge.practice.history",
    "judge.practice.keeping",
    "judge.practice.met",
    "judge.practice.past",
    "judge.practice.repeated",
    "judge.cli.offers",
    "judge.cli.recording",
}


def kept(folder: Path) -> list[Event]:
    return History(folder, pytest.fail).read()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (["show", "lca"], "show"),
        (["show", "lca", "--json"], "show"),
        (["start", "lca", "-"], "start"),
        (["run", "lca", "FILE"], "run"),
        (["run", "lca", "FILE", "--json"], "run"),
        (["submit", "lca", "FILE"], "submit"),
        (["submit", "lca", "FILE", "--json"], "submit"),
        (["submit", "lca", "FILE", "--format=line"], "submit"),
        (["bench", "lca", "FILE", "--json"], "bench"),
        (["replay", "lca", "FILE"], "replay"),
        (["hint", "lca"], "hint"),
        (["editorial", "lca", "--yes"], "editorial"),
    ],
)
def test_each_command_is_one_event(
    words: list[str], kind: str, file: str, data_dir: Path, lca: Problem
) -> None:
    """With the problem and its version, and the text that it was about."""
    result = invoke(FakeJudge(), *(file if word == "FILE" else word for word in words))
    assert (result.exit_code, result.stderr.count("judge: ")) == (0, 0), result.output
    [event] = kept(data_dir)
    assert (event.kind, event.problem, event.version) == (kind, "lca", lca.version)
    if "FILE" in words:
        source = Path(file).read_bytes()
        assert event.source == hashlib.sha256(source).hexdigest()
        assert History(data_dir, pytest.fail).text(event.source) == source
        assert event.facts["bytes"] == len(source)
        assert event.facts["clock_moved"] is False


def test_history_off_keeps_nothing(
    file: str, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file is made."""
    monkeypatch.setenv("JUDGE_HISTORY", "off")
    for words in (["submit", "lca", file], ["run", "lca", file], ["hint", "lca"], ["show", "lca"]):
        assert invoke(FakeJudge(), *words).exit_code == 0
    assert list(data_dir.iterdir()) == []


def test_a_submission_keeps_its_report(file: str, data_dir: Path) -> None:
    """By its digest, as a text of its own."""
    shown = json.loads(
        invoke(judging(Verdict.WRONG_ANSWER), "submit", "lca", file, "--json").stdout
    )
    [event] = kept(data_dir)
    text = History(data_dir, pytest.fail).text(event.facts["report"])
    assert text is not None
    assert json.loads(text) == shown
    assert event.facts["failed_group"] == shown["failure"]["group"]


def test_a_verdict_that_was_shown_is_kept_though_timing_is_interrupted(
    file: str, data_dir: Path
) -> None:
    """As it was then; one that nobody saw is not kept."""
    known = VerdictKnown(report(Verdict.ACCEPTED))
    for options, count in (([], 1), (["--json"], 1)):
        judge = Interrupted(known)
        assert invoke(judge, "submit", "lca", file, *options).exit_code == 130
        assert [one.verdict for one in kept(data_dir)] == ["AC"] * count


class Interrupted(FakeJudge):
    """A judge that a person interrupts while it times what it has accepted."""

    def __init__(self, *events: JudgingEvent) -> None:
        super().__init__(report(Verdict.ACCEPTED), [*events, Timing(0, 13)])
        self.raises = KeyboardInterrupt()


@pytest.mark.parametrize(
    ("server", "count"), [("http://127.0.0.1:8123", 0), ("https://judge.example", 1)]
)
def test_what_a_server_of_this_machine_judges_it_keeps_itself(
    server: str, count: int, file: str, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another host has judged is kept here."""
    monkeypatch.setenv("JUDGE_TOKEN", "t")
    monkeypatch.setattr(client, "submit", lambda *_: report(Verdict.WRONG_ANSWER))
    assert invoke(FakeJudge(), "submit", "lca", file, "--server", server).exit_code == 1
    assert len(kept(data_dir)) == count


def test_own_input_outside_the_constraints_is_told_as_such(file: str, data_dir: Path) -> None:
    """It is an input of one's own all the same, and played nowhere."""
    judge = FakeJudge()
    judge.raises = UsageError("p is not in the tree")
    given = "root = [1], p = 2, q = 2"
    assert invoke(judge, "run", "lca", file, "--input", given).exit_code == 2
    assert invoke(FakeJudge(), "run", "lca", file, "--input", "[1], 1, 1").exit_code == 0
    assert invoke(FakeJudge(), "run", "lca", file).exit_code == 0
    wrong, right, samples = kept(data_dir)
    assert (wrong.facts["own"], wrong.facts["valid"], wrong.facts["inputs"]) == (True, False, 0)
    assert wrong.facts["arguments"] == {"root": [1], "p": 2, "q": 2}
    assert (right.facts["valid"], right.facts["inputs"], right.facts["passed"]) == (True, 1, 1)
    assert (samples.facts["own"], samples.facts["arguments"]) == (False, None)


def test_a_known_solution_and_an_own_old_one_are_told(
    file: str, data_dir: Path, lca: Problem
) -> None:
    """By their lines; a text of one's own that is new is neither."""
    invoke(judging(Verdict.ACCEPTED), "submit", "lca", file)
    known = lca.reference.source.replace(b"\n", b"\n\n# mine\n")
    Path(file).write_bytes(known)
    invoke(judging(Verdict.ACCEPTED), "submit", "lca", file)
    assert [one.facts["same_as"] for one in kept(data_dir)] == [None, "known"]


def test_a_text_of_an_earlier_evening_is_told(file: str, data_dir: Path) -> None:
    """If it was accepted then: not one that was given, nor one of this evening."""
    submitted(file)
    for _ in range(2):
        invoke(judging(Verdict.ACCEPTED), "submit", "lca", file)
    path = data_dir / "history.jsonl"
    path.write_text(
        re.sub(r'"at":"[^"]*"', '"at":"2026-01-02T20:00:00Z"', path.read_text(), count=1)
    )
    invoke(judging(Verdict.ACCEPTED), "submit", "lca", file)
    path.write_text(re.sub(r'"at":"[^"]*"', '"at":"2026-01-02T20:00:00Z"', path.read_text()))
    invoke(judging(Verdict.ACCEPTED), "submit", "lca", file)
    told = [one.facts.get("same_as") for one in kept(data_dir) if one.verdict == "AC"]
    assert told == [None, None, None, "own"]


def test_a_new_accepted_text_is_kept_without_reading_the_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lca: Problem
) -> None:
    """In six weeks it has grown, and a person waits."""
    history = History(tmp_path, pytest.fail)
    monkeypatch.setattr(History, "read", lambda *_: pytest.fail("it was read"))
    given = Given(kind="submit", problem="lca", submission=Submission(b"new = 1", ""), began=0.0)
    keep_judged(history, given, report(Verdict.ACCEPTED), lca)
    monkeypatch.undo()
    assert [one.facts["same_as"] for one in kept(tmp_path)] == [None]


def submitted(file: str) -> Result:
    return invoke(judging(Verdict.WRONG_ANSWER), "submit", "lca", file)


def break_folder(folder: Path, _: pytest.MonkeyPatch) -> None:
    folder.rmdir()
    folder.write_text("no folder")


def break_file(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "history.jsonl").mkdir()


def corrupt(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "history.jsonl").write_bytes(os.urandom(5_000) + b"\n")


def tear(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "history.jsonl").write_bytes(b'{"v": 1, "id": "to')


def make_huge(folder: Path, _: pytest.MonkeyPatch) -> None:
    with (folder / "history.jsonl").open("wb") as file:
        file.truncate(2**40)


def give_away(folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "history.jsonl").write_bytes(b"")
    if os.geteuid() == 0:
        os.chown(folder / "history.jsonl", 12_345, 12_345)
    else:
        me = os.geteuid()
        patch.setattr(os, "geteuid", lambda: me + 1)


def refuse(number: int, name: str, call: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    def arrange(_: Path, patch: pytest.MonkeyPatch) -> None:
        true = getattr(os, call)

        def failing(first: object, *more: object, **named: object) -> object:
            path = Path(f"/proc/self/fd/{first}") if isinstance(first, int) else None
            where = path.readlink() if path is not None else first
            if str(where).endswith("history.jsonl"):
                raise OSError(number, name)
            return true(first, *more, **named)

        patch.setattr(os, call, failing)

    return arrange


def lock(folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr("judge.practice.history.LOCK_SECONDS", 0.01)
    holder = os.open(folder / "history.jsonl", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(holder, fcntl.LOCK_EX)


@pytest.mark.parametrize(
    "damage",
    [
        break_folder,
        break_file,
        corrupt,
        tear,
        make_huge,
        give_away,
        lock,
        refuse(28, "No space left on device", "write"),
        refuse(30, "Read-only file system", "open"),
    ],
    ids=lambda one: one.__name__ if one.__name__ != "arrange" else None,
)
def test_a_damaged_history_costs_one_line(
    damage: Callable[[Path, pytest.MonkeyPatch], None],
    file: str,
    data_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The verdict, the rest of the output and the exit status stay as they are."""
    good = submitted(file)
    shutil.rmtree(data_dir)
    data_dir.mkdir()
    damage(data_dir, monkeypatch)
    bad = submitted(file)
    monkeypatch.undo()
    assert (bad.exit_code, bad.stdout) == (good.exit_code, good.stdout) == (1, good.stdout)
    assert bad.stderr.startswith(good.stderr)
    assert bad.stderr.count("\n") - good.stderr.count("\n") == 1, bad.stderr


def test_a_newer_file_costs_nothing_and_is_kept(file: str, data_dir: Path) -> None:
    """Its lines are left alone, and ours stands behind them."""
    newer = b'{"v": 2, "id": "n", "what": "unknown"}\n'
    (data_dir / "history.jsonl").write_bytes(newer)
    result = submitted(file)
    assert (result.exit_code, result.stderr) == (1, "")
    assert (data_dir / "history.jsonl").read_bytes().startswith(newer)
    assert len(kept(data_dir)) == 1


def test_nothing_of_it_is_loaded_before_the_verdict(file: str, tmp_path: Path) -> None:
    """And after it few modules: those of the history, and what they share with the verdict."""
    code = f"""
import sys
from judge.cli import command_line
from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.reports import report
from judge.cli import render
before = set()
def shown(*arguments, **named):
    true(*arguments, **named)
    before.update(sys.modules)
true, render.show_report = render.show_report, shown
commands.main(["submit", "lca", {file!r}], obj=Setup(FakeJudge(report(Verdict.WRONG_ANSWER))),
              standalone_mode=False)
from dataclasses import is_dataclass
made = [name for name in set(sys.modules) - before for value in vars(sys.modules[name]).values()
        if is_dataclass(value) and value.__module__ == name]
print(*sorted(made), file=open({str(tmp_path / "made")!r}, "w"))
print(*sorted(before), file=open({str(tmp_path / "before")!r}, "w"))
print(*sorted(set(sys.modules) - before), file=open({str(tmp_path / "after")!r}, "w"))
"""
    environment = {**os.environ, "JUDGE_DATA_DIR": str(tmp_path / "data")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert done.stderr == b""
    before, after = (set((tmp_path / name).read_text().split()) for name in ("before", "after"))
    loaded = {one for one in before if one.startswith(("judge.practice.", "judge.cli.rec"))}
    # That one asks whether a round goes on, since a submission begins with the time left.
    assert loaded == {"judge.practice.glance"}
    assert (tmp_path / "data" / "history.jsonl").exists()
    ours = {one for one in after if one.startswith("judge.")}
    assert ours <= OURS
    assert len(after - ours) <= 3, after - ours
    # To make one takes a millisecond. What is offered next, once all is recorded, has one.
    assert (tmp_path / "made").read_text().split() == ["judge.practice.past"]


def test_a_bench_that_measured_nothing_says_so(file: str, data_dir: Path) -> None:
    """It is kept as one that was refused."""
    found = Bench("lca", "v", "full", refused="it fails a sample")
    assert invoke(FakeJudge(found=found), "bench", "lca", file, "--json").exit_code == 1
    [event] = kept(data_dir)
    assert (event.facts["refused"], event.facts["growth"]) == (True, None)
