"""`judge round`: an evening event by event, with a fake judge and a clock of the test's."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click import Argument, Context
from click.testing import CliRunner, Result

from judge.cli import rounds
from judge.cli.completion import complete_parts
from judge.cli.main import commands
from judge.cli.render.round import NEXT
from judge.cli.setup import Setup
from judge.errors import HostError
from judge.practice.glance import FILE
from judge.practice.history import History
from judge.practice.rounds.course import Phase
from judge.problems.catalog import Catalog, default_catalog
from judge.problems.problem import Problem
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.command import judging

ROOT, MINE = '{"root": [1, 2], "p": 1, "q": 2}', "def lca(root, p, q):\n    return root\n"


class Few(Catalog):
    """Three of the shipped problems, so that a draw is the same when others come."""

    def slugs(self) -> list[str]:
        """Return their names."""
        return ["kth-largest", "lca", "lru-cache"]


class Evening:
    """A command line whose rounds believe that it is `shift` later than it is."""

    def __init__(self, folder: Path, cache: Path, judge: FakeJudge) -> None:
        self.folder, self.cache, self.judge, self.shift = folder, cache, judge, timedelta()

    def __call__(self, *arguments: str, status: int = 0) -> Result:
        result = CliRunner().invoke(commands, arguments, obj=self.setup)
        assert result.exit_code == status, result.output
        return result

    @property
    def setup(self) -> Setup:
        """What the commands work with, new for each as in a process of its own."""
        shipped = default_catalog()
        return Setup(self.judge, Few(shipped.problems, shipped.solutions, self.cache))

    @property
    def events(self) -> list[dict[str, Any]]:
        """What the history holds, in the order in which it was written."""
        return [json.loads(line) for line in (self.folder / FILE).read_text().splitlines()]

    def facts(self, kind: str) -> list[dict[str, Any]]:
        """Return the facts of the events of one kind."""
        return [event["facts"] for event in self.events if event["kind"] == kind]

    @property
    def kinds(self) -> list[str]:
        """The kinds of the events so far."""
        return [event["kind"] for event in self.events]

    def waits(self, minutes: float) -> None:
        """Let time pass, for the rounds."""
        self.shift += timedelta(minutes=minutes)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where validated packages are remembered."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def evening(data_dir: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Evening:
    """Return an evening whose round has one part, lca."""
    found = Evening(data_dir, cache, judging(Verdict.WRONG_ANSWER))
    monkeypatch.setattr(rounds, "now", lambda: datetime.now().astimezone() + found.shift)
    return found


def started(evening: Evening) -> str:
    """Start the round, and return what is shown."""
    options = ["--count", "1", "--topics", "trees-tries", "--seed", "3"]
    return evening("round", "start", *options).stdout


def test_a_round_shows_the_first_part_without_its_rules(evening: Evening, lca: Problem) -> None:
    """The clock runs, and the start says with which seed the parts were drawn."""
    shown = started(evening)
    assert "60 min left of 60" in shown
    assert "(seed 3)" in shown
    assert "Lowest common ancestor" in shown
    assert "Constraints" not in shown
    assert not any(question.ask in shown for question in lca.interview.questions)
    assert "Follow-ups" not in shown
    [start] = evening.events
    assert start["round"] == start["id"]
    parts = [{"slug": "lca", "kind": "problem", "minutes": 60, "must": True}]
    assert (start["facts"]["parts"], start["facts"]["seed"]) == (parts, 3)
    assert "clarify" in evening("round").stdout


def test_one_round_at_a_time(evening: Evening) -> None:
    """And without one, its commands say how to begin."""
    said = evening("round", "ask", "empty?", status=2).stderr
    assert "no round is running: judge round start" in said
    assert "No round is running" in evening("round").stdout
    started(evening)
    said = evening("round", "start", status=2).stderr
    assert "a round is going on" in said


def test_rules_are_asked_for_or_shown(evening: Evening, lca: Problem) -> None:
    """A question is answered from the package; to look at the constraints is recorded."""
    started(evening)
    crucial = next(one for one in lca.interview.questions if one.crucial)
    shown = evening("round", "ask", *crucial.ask.split()).stdout
    assert crucial.answer.replace("`", "") in " ".join(shown.split())
    assert "Nothing is known" in evening("round", "ask", "zzzz").stdout
    assert evening.facts("round_ask") == [
        {"text": crucial.ask, "matched": crucial.ask, "crucial": True},
        {"text": "zzzz", "matched": None, "crucial": False},
    ]
    assert "Constraints" in evening("round", "rules").stdout
    evening("show", "lca")
    assert evening.kinds.count("round_reveal") == 2


def test_an_example_is_predicted(evening: Evening) -> None:
    """Right, wrong, or about an input that the constraints do not allow."""
    evening.judge = FakeJudge()  # its reference answers 1
    started(evening)
    assert "Right." in evening("round", "example", ROOT, "1").stdout
    assert "the reference gives 1" in evening("round", "example", ROOT, "2", status=1).stdout
    outside = '{"root": [1, 1], "p": 1, "q": 1}'
    evening("round", "example", outside, "1", status=2)
    evening("round", "example", ROOT, "nope", status=2)
    assert "INPUT cannot be read" in evening("round", "example", "x", "1", status=2).stderr
    assert [one["right"] for one in evening.facts("round_example")] == [True, False, None]
    assert evening.facts("round_example")[1]["predicted"] == 2
    assert evening.facts("round_example")[0]["arguments"] == json.loads(ROOT)


def test_what_is_said_is_kept(evening: Evening, lca: Problem) -> None:
    """Approach, answers to follow-ups in their order, and being asked to explain."""
    started(evening)
    said = evening("round", "approach", "climb", "from", "both", "--time", "O(n)").stdout
    assert "Noted: time O(n). An interviewer would ask for --space." in said
    first, second = (pair.question for pair in lca.interview.follow_ups[:2])
    assert first.replace("`", "") in " ".join(evening("round", "answer").stdout.split())
    after = evening("round", "answer", "keep", "parents").stdout
    assert after.startswith("Noted. The next follow-up:\n")
    assert second.replace("`", "") in " ".join(after.split())
    assert lca.interview.listens[0].replace("`", "") in " ".join(
        evening("round", "explain").stdout.split()
    )
    assert evening.facts("round_approach") == [
        {"text": "climb from both", "time": "O(n)", "space": None}
    ]
    assert evening.facts("round_answer") == [{"question": first, "text": "keep parents"}]
    assert evening.facts("round_explain") == [{}]


def test_a_submission_begins_with_the_time_left(evening: Evening, file: str) -> None:
    """For people; what it keeps names the round, and so does a run."""
    started(evening)
    evening.waits(19.5)
    shown = evening("submit", "lca", file, status=1)
    assert shown.stdout.startswith("Round: 40 min left (part 1 of 1)\n")
    told = evening("submit", "lca", file, "--json", status=1)
    assert json.loads(told.stdout)["verdict"] == "WA"
    line = evening("submit", "lca", file, "--format=line", status=1)
    assert line.stdout.count("\n") == 1
    evening("run", "lca", file)
    kept = [event for event in evening.events if event["kind"] in ("submit", "run")]
    assert {(event["round"], event["problem"]) for event in kept} == {
        (evening.events[0]["id"], "lca")
    }
    evening("submit", "lru-cache", file, status=1)
    assert evening.events[-1]["round"] is None


def test_a_pause_stops_the_clock(evening: Evening) -> None:
    """Whatever else is done meanwhile."""
    started(evening)
    evening.waits(19.5)
    assert "Paused with 40 min left" in evening("round", "pause").stdout
    evening.waits(600)
    assert "paused with 40 min left" in evening("round").stdout
    assert "40 min left" in evening("round", "resume").stdout
    assert "not paused" in evening("round", "resume", status=2).stderr


def test_the_last_text_is_judged_once_after_the_deadline(evening: Evening, file: str) -> None:
    """By the first command that comes, whatever it is; then the round has ended."""
    started(evening)
    evening("run", "lca", file)
    Path(file).write_text(MINE + "# later\n")
    evening.waits(61)
    told = evening("list").stderr
    assert "judging the last text of lca" in told
    assert [one.source.decode() for one in evening.judge.judged[1:]] == [MINE]
    judged, end = evening.events[-2:]
    assert (judged["kind"], judged["verdict"], judged["problem"]) == ("submit", "WA", "lca")
    assert judged["facts"]["began"] == evening.facts("run")[0]["began"]
    assert (end["kind"], end["facts"]) == ("round_end", {"reason": "deadline"})
    evening("list")
    assert evening.kinds.count("round_end") == 1
    assert "round show" not in evening("submit", "lca", file, status=1).stdout


def test_a_late_submission_is_practice(evening: Evening, file: str) -> None:
    """It belongs to the round, and does not count; the round ends after its verdict."""
    started(evening)
    evening.waits(61)
    shown = evening("submit", "lca", file, status=1).stdout
    assert shown.startswith("Round: the time is up, so this counts as practice")
    assert evening.kinds == ["round_start", "submit", "round_end"]


def test_a_round_is_finished_and_scored(evening: Evening, file: str) -> None:
    """The scorecard is shown again whenever it is asked for."""
    started(evening)
    evening("submit", "lca", file, status=1)
    card = json.loads(evening("round", "finish", "--json").stdout)
    assert (card["state"], card["parts"][0]["slug"]) == ("ended", "lca")
    levels = card["card"]["levels"]
    assert (levels["coding"], levels["clean"]) == (2, 3)  # the text is clean, and not accepted
    assert evening.facts("round_end") == [{"reason": "finished"}]
    number = card["id"]
    shown = evening("round", "show", number[:6]).stdout
    assert "Coding and algorithms" in shown
    assert json.loads(evening("round", "show", "--json").stdout)["card"] == card["card"]
    assert number[:8] in evening("round", "list").stdout
    assert json.loads(evening("round", "list", "--json").stdout)[0]["id"] == number
    evening("round", "show", "nope", status=2)
    assert "No round is running" in evening("round").stdout


def test_a_part_is_opened_by_hand_or_by_work_on_it(evening: Evening, file: str) -> None:
    """What was opened last is what commands are about; `--part` names another."""
    evening("round", "start", "--topics", "trees-tries,stacks-heaps", "--seed", "1")
    first, second = (part["slug"] for part in evening.facts("round_start")[0]["parts"])
    assert {first, second} == {"lca", "kth-largest"}
    evening("round", "ask", "empty?", "--part", second)
    evening("submit", second, file, status=1)
    assert evening.kinds[-2:] == ["round_open", "submit"]
    evening("round", "approach", "heap")
    assert evening.events[-1]["problem"] == second
    assert "Constraints" not in evening("round", "open", first).stdout
    assert evening.events[-1]["problem"] == first
    assert "its parts" in evening("round", "open", "lru-cache", status=2).stderr


def test_without_a_linter_clean_code_is_not_judged(
    evening: Evening, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person is told what brings it, once; when it is there, the texts are read."""
    started(evening)
    evening("submit", "lca", file, status=1)
    with monkeypatch.context() as without:
        without.setattr("judge.practice.linter", lambda: None)
        done = evening("round", "finish", "--json")
        assert json.loads(done.stdout)["card"]["levels"]["clean"] is None
        assert "uv tool install '.[practice]'" in done.stderr
        shown = evening("round", "show")
        assert shown.stderr == ""
        assert "not judged: ruff was not there to read the texts" in shown.stdout
    shown = evening("round", "show", "--json")
    assert json.loads(shown.stdout)["card"]["levels"]["clean"] is not None


def test_what_is_next_fits_80_columns_wherever_it_is_read() -> None:
    """A pipe does not wrap it."""
    assert set(NEXT) == set(Phase) - {Phase.UNOPENED}
    assert max(len(line) for lines in NEXT.values() for line in lines) <= 80


@pytest.mark.parametrize(
    "options",
    [["--topics", "cooking"], ["--minutes", "1"], ["--count", "0"], ["--with", "music"]],
)
def test_what_no_round_can_be_is_a_mistake(evening: Evening, options: list[str]) -> None:
    """And nothing is kept of it."""
    evening("round", "start", *options, status=2)
    assert not (evening.folder / FILE).exists()


def test_a_round_needs_the_history(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which says so, and loses nothing else."""
    monkeypatch.setenv("JUDGE_HISTORY", "off")
    said = evening("round", "start", status=2).stderr
    assert "JUDGE_HISTORY=off" in said


def test_what_cannot_be_judged_now_is_judged_later(evening: Evening, file: str) -> None:
    """The command before keeps its status, and the round stays until it is finished by hand."""
    started(evening)
    evening("run", "lca", file)
    evening.waits(61)
    evening.judge.raises = HostError("no sandbox")
    assert "was not judged: no sandbox" in evening("list").stderr
    assert evening.kinds == ["round_start", "run"]
    evening.judge.raises = None
    evening("list")
    assert evening.kinds[2:] == ["submit", "round_end"]


def test_a_round_that_cannot_be_kept_costs_no_verdict(
    evening: Evening, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is about the round alone says that it cannot go on."""
    evening("round", "start", "--topics", "trees-tries,stacks-heaps", "--seed", "1")
    second = evening.facts("round_start")[0]["parts"][1]["slug"]
    monkeypatch.setattr(History, "extend", lambda *_: False)
    assert "WA wrong answer" in evening("submit", second, file, status=1).stdout
    evening("show", second)
    for command in ("pause", "finish"):
        assert "the history, which takes nothing" in evening("round", command, status=2).stderr
    evening.waits(61)
    assert evening("list").exit_code == 0
    evening("round", "show", "--json")


def test_parts_are_completed(evening: Evening) -> None:
    """Those of the round that goes on, and none without one."""
    context = Context(commands, obj=evening.setup)
    assert complete_parts(context, Argument(["slug"]), "") == []
    started(evening)
    assert [one.value for one in complete_parts(context, Argument(["slug"]), "l")] == ["lca"]
    assert complete_parts(context, Argument(["slug"]), "k") == []
