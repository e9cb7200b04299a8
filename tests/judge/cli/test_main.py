import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from judge.authoring.margins import Margin, Margins
from judge.authoring.verification import Verification
from judge.cli.main import commands
from judge.errors import Fault, HostError, ProblemError
from judge.events import Event, Started
from judge.problems.catalog import default_catalog
from judge.problems.problem import Problem
from judge.reports.report import JudgingEvent, Played, VerdictKnown, to_json
from judge.testing import FakeRoad
from judge.verdict import Verdict
from sandbox import Host, Layer, Tier
from tests.judge.cli.reports import TREE, failure, hostile_report, report

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def lca() -> Problem:
    return default_catalog().get("lca")


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "mine.py"
    path.write_text("def lca(root, p, q):\n    return root\n")
    return str(path)


def invoke(road: FakeRoad, *arguments: str, source: str | None = None) -> Result:
    """Run one command line against a scripted judge."""
    return CliRunner().invoke(commands, arguments, obj=road, input=source)


def judged(
    problem: Problem, verdict: Verdict, *more: JudgingEvent | VerdictKnown | BaseException
) -> FakeRoad:
    """Return a judge that gives this verdict."""
    events: Sequence[Event | VerdictKnown | BaseException] = [Started("lca", 412, "full"), *more]
    return FakeRoad(problem=problem, events=events, report=report(verdict))


@pytest.mark.parametrize("verdict", Verdict)
def test_submit_exits_by_the_verdict(lca: Problem, file: str, verdict: Verdict) -> None:
    """0 for accepted, 3 for our own fault, 1 for all else; the verdict is on standard output."""
    result = invoke(judged(lca, verdict), "submit", "lca", file)
    assert result.exit_code == {"AC": 0, "IE": 3}.get(verdict, 1)
    assert result.stdout.startswith(f"{verdict} {verdict.words}")
    assert result.stderr == ""


@pytest.mark.parametrize("verdict", Verdict)
def test_submit_as_json_is_the_report_and_nothing_else(
    lca: Problem, file: str, verdict: Verdict
) -> None:
    """Standard output is one JSON document, the report of the contract."""
    result = invoke(judged(lca, verdict), "submit", "lca", file, "--json")
    assert json.loads(result.stdout) == to_json(report(verdict))
    assert result.exit_code == {"AC": 0, "IE": 3}.get(verdict, 1)


def test_the_json_of_hostile_text_is_ascii(lca: Problem, file: str) -> None:
    """Lone surrogates and escape codes have a form that every reader and terminal takes."""
    road = FakeRoad(problem=lca, report=hostile_report())
    result = invoke(road, "submit", "lca", file, "--json")
    assert result.stdout.isascii()
    assert "\x1b" not in result.stdout
    assert json.loads(result.stdout) == to_json(hostile_report())


def test_submit_times_what_people_read_about(lca: Problem, file: str) -> None:
    """Not where it was not wanted, and not for the one line that an editor waits for."""
    for options, timed in (
        ([], True),
        (["--json"], True),
        (["--no-timing"], False),
        (["--format=line"], False),
    ):
        road = judged(lca, Verdict.ACCEPTED)
        invoke(road, "submit", "lca", file, *options)
        assert road.timed == [timed], options


def test_the_verdict_is_printed_once_though_it_is_known_early(lca: Problem, file: str) -> None:
    """First the verdict, then what was measured; as JSON only the last report."""
    known = VerdictKnown(report(Verdict.ACCEPTED))
    for options in ([], ["--json"]):
        early = invoke(judged(lca, Verdict.ACCEPTED, known), "submit", "lca", file, *options)
        plain = invoke(judged(lca, Verdict.ACCEPTED), "submit", "lca", file, *options)
        assert early.stdout == plain.stdout


@pytest.mark.parametrize("verdict", [Verdict.RULE_VIOLATION, Verdict.WRONG_ANSWER])
def test_a_verdict_that_measuring_has_changed_is_printed_anew(
    lca: Problem, file: str, verdict: Verdict
) -> None:
    """The whole last report comes after the early one, and decides the exit status."""
    known = VerdictKnown(report(Verdict.ACCEPTED))
    changed = invoke(judged(lca, verdict, known), "submit", "lca", file)
    early, between, last = changed.stdout.partition("It failed after that")
    assert early.startswith("AC accepted")
    assert between
    plain = invoke(judged(lca, verdict), "submit", "lca", file)
    assert last.endswith(plain.stdout)
    assert changed.exit_code == plain.exit_code == 1
    as_json = invoke(judged(lca, verdict, known), "submit", "lca", file, "--json")
    assert json.loads(as_json.stdout)["verdict"] == verdict


@pytest.mark.parametrize("share", [0.2, 0.8])
def test_verify_prints_margins_and_fails_thin_ones(lca: Problem, share: float) -> None:
    """One line a package, with the samples that come nearest."""
    margins = Margins("lca", Margin("euler_tour", share), Margin("never_climbs", 1.5))
    result = invoke(FakeRoad(problem=lca, margins=margins), "verify", "lca", "--margins")
    assert result.exit_code == (0 if share < 0.5 else 1)
    assert f"{share:.2f} of a limit at most (euler_tour)" in result.stdout
    assert "at least 1.50 (never_climbs)" in result.stdout
    assert ("THIN" in result.stdout) is (share > 0.5)


def test_submit_as_a_line_is_one_line(lca: Problem, file: str) -> None:
    """An editor reads `file:line:column: CODE message`."""
    result = invoke(judged(lca, Verdict.WRONG_ANSWER), "submit", "lca", file, "--format=line")
    assert result.stdout.startswith(f"{file}:1:1: WA wrong answer")
    assert result.stdout.count("\n") == 1
    assert result.exit_code == 1


def test_the_source_may_come_from_standard_input(lca: Problem) -> None:
    """`-` is standard input."""
    road = judged(lca, Verdict.ACCEPTED)
    result = invoke(road, "submit", "lca", "-", source="x = 1\n")
    assert result.exit_code == 0
    assert road.submissions[0].source == b"x = 1\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["submit", "nope", "mine.py"], "there is no problem 'nope'"),
        (["submit", "lca", "missing.py"], "no such file"),
        (["submit", "lca", "."], "folder"),
        (["submit", "lca", "/dev/zero"], "device"),
        (["submit", "lca", "mine.py", "--json", "--format=line"], "exclude each other"),
        (["submit", "lca", "mine.py", "--watch", "--json"], "--watch"),
        (["submit", "lca", "-", "--watch"], "--watch"),
        (["submit", "lca", "mine.py", "--format=xml"], "xml"),
        (["submit", "lca"], "Missing argument"),
        (["run", "lca", "mine.py", "--input", "{"], "not JSON"),
        (["run", "lca", "mine.py", "--input", "[" * 100_000], "not JSON"),
        (["run", "lca", "mine.py", "--input", "NaN"], "not JSON"),
        (["run", "lca", "mine.py", "--input", '{"root": []}'], '"root": ..., "p": ..., "q": ...'),
        (["run", "lca", "mine.py", "--input", "[1]"], "name each argument"),
        (["run", "lca", "mine.py", "--input", '{"p": 5, "p": 1}'], "'p' is named twice"),
        (["run", "lca", "mine.py", "--input", '[{"result": 1, "result": 2}]'], "named twice"),
        (["bench", "lca", "mine.py", "--plot", "no/dir/o.svg"], "there is no folder no/dir"),
        (["bench", "lca", "mine.py", "--plot", "folder.svg"], "it is a folder"),
        (["replay", "lca", "mine.py", "--pytest", "no/test_mine.py"], "there is no folder no"),
        (["show", "nope"], "there is no problem"),
        (["start", "nope"], "there is no problem"),
        (["verify", "nope"], "there is no problem"),
        (["serve", "--port", "99999"], "99999"),
        (["nope"], "nope"),
        (["submit", "lca", "mine.py", "--nope"], "nope"),
    ],
)
def test_a_mistake_is_2_with_words_on_standard_error(
    lca: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: list[str], words: str,
) -> None:  # fmt: skip
    """Whatever was asked wrongly: words that say what, exit status 2, nothing on stdout."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.py").write_text("")
    (tmp_path / "folder.svg").mkdir()
    road = judged(lca, Verdict.ACCEPTED)
    result = invoke(road, *arguments)
    assert road.submissions == []
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (HostError("no sandbox here"), 3),
        (ProblemError("lca", [Fault("a", "b", "c", "d")]), 2),
        (KeyboardInterrupt(), 130),
        (ZeroDivisionError("ours"), 3),
    ],
)
@pytest.mark.parametrize("form", ["--format=text", "--json"])
def test_a_failure_while_judging_leaves_standard_output_empty(
    lca: Problem, file: str, error: BaseException, code: int, form: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Half a document is worse than none."""
    monkeypatch.setenv("JUDGE_DEBUG", "1")
    result = invoke(judged(lca, Verdict.ACCEPTED, error), "submit", "lca", file, form)
    assert result.exit_code == code
    assert result.stdout == ""
    assert result.stderr.startswith("judge: ")


def played(verdict: Verdict, **changes: Any) -> Played:
    return replace(Played("sample", TREE, 3, 5, verdict, "m", None, "", 0.001), **changes)


def test_run_exits_0_when_every_input_passes(lca: Problem, file: str) -> None:
    """All right is 0; the numbers count the inputs."""
    road = FakeRoad(problem=lca, played=[played(Verdict.ACCEPTED)] * 2)
    result = invoke(road, "run", "lca", file)
    assert result.exit_code == 0
    assert "sample 2: AC accepted" in result.stdout


def test_run_exits_1_when_one_input_fails(lca: Problem, file: str) -> None:
    """One wrong answer among right ones is not accepted."""
    road = FakeRoad(problem=lca, played=[played(Verdict.WRONG_ANSWER), played(Verdict.ACCEPTED)])
    assert invoke(road, "run", "lca", file).exit_code == 1


def test_run_as_json_lists_what_was_played(lca: Problem, file: str) -> None:
    """One document: a list of inputs with both answers."""
    road = FakeRoad(problem=lca, played=[played(Verdict.WRONG_ANSWER, actual="\ud800")])
    (document,) = json.loads(invoke(road, "run", "lca", file, "--json").stdout)
    assert (document["verdict"], document["expected"], document["actual"]) == ("WA", 3, "\ud800")


@pytest.mark.parametrize("given", ['{"q": 1, "root": [3, 5, 1], "p": 5}', "[[3, 5, 1], 5, 1]"])
def test_an_input_of_ones_own_is_named_or_in_order(lca: Problem, file: str, given: str) -> None:
    """An object by parameter names, or an array in their order."""
    road = FakeRoad(problem=lca, played=[played(Verdict.ACCEPTED)])
    invoke(road, "run", "lca", file, "--input", given)
    assert road.arguments == [{"root": [3, 5, 1], "p": 5, "q": 1}]


def test_list_shows_each_problem_on_its_line(lca: Problem) -> None:
    """Piped, a problem is one line of tab-separated words."""
    result = invoke(FakeRoad(problem=lca), "list")
    assert result.stdout.startswith("lca\tmedium\tLowest common ancestor")
    assert result.stdout.count("\n") == 1


def test_a_file_name_names_its_problem(lca: Problem, file: str) -> None:
    """An editor that knows only the file's name may give that, underscores and all."""
    road = judged(replace(lca, slug="kth-largest"), Verdict.ACCEPTED)
    assert invoke(road, "submit", "kth_largest", file).exit_code == 0


def test_list_by_tag(lca: Problem) -> None:
    """A tag narrows the list, whatever its case."""
    assert "lca" in invoke(FakeRoad(problem=lca), "list", "--tag", "TREE").stdout
    assert json.loads(invoke(FakeRoad(problem=lca), "list", "--tag", "x", "--json").stdout) == []


def test_list_as_json(lca: Problem) -> None:
    """One document with what a script needs to know of each problem."""
    (entry,) = json.loads(invoke(FakeRoad(problem=lca), "list", "--json").stdout)
    assert entry["slug"] == "lca"
    assert entry["signature"].startswith("lowest_common_ancestor(root: TreeNode")


def test_show_renders_the_statement(lca: Problem) -> None:
    """The statement, the signature and the next command; no Markdown marks, no escape codes."""
    shown = invoke(FakeRoad(problem=lca), "show", "lca").stdout
    assert "Lowest common ancestor of a binary tree" in shown
    assert "judge start lca" in shown
    assert "**" not in shown
    assert shown.replace("\n", "").isprintable()


def test_a_statement_cannot_disturb_the_display(lca: Problem) -> None:
    """Neither raw characters nor Markdown entities nor links get anything past."""
    text = "# A\x1b]0;x\x07 &#x202e;B\n\n[x](http://x) `\x9b31m` [red]\n"
    shown = invoke(FakeRoad(problem=replace(lca, statement=text)), "show", "lca").stdout
    assert shown.replace("\n", "").isprintable()
    assert "\\u202e" in shown


def test_start_writes_the_starter_and_never_overwrites(
    lca: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The starter lands in a file of the problem's name; a file that is there stays."""
    monkeypatch.chdir(tmp_path)
    road = FakeRoad(problem=lca)
    assert invoke(road, "start", "lca").exit_code == 0
    assert (tmp_path / "lca.py").read_text() == lca.starter
    (tmp_path / "lca.py").write_text("work of an hour")
    refused = invoke(road, "start", "lca")
    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert (tmp_path / "lca.py").read_text() == "work of an hour"
    assert invoke(road, "start", "lca", "--force").exit_code == 0
    assert (tmp_path / "lca.py").read_text() == lca.starter


def test_start_on_a_path_that_cannot_be_written(lca: Problem, tmp_path: Path) -> None:
    """A folder that is missing is said, with exit status 2."""
    result = invoke(FakeRoad(problem=lca), "start", "lca", str(tmp_path / "no" / "a.py"))
    assert result.exit_code == 2
    assert "cannot write" in result.stderr


def test_start_to_standard_output(lca: Problem) -> None:
    """`-` prints the starter and nothing else."""
    assert invoke(FakeRoad(problem=lca), "start", "lca", "-").stdout == lca.starter


def verified(expected: Verdict, got: Verdict) -> Verification:
    return Verification(ROOT / "solutions" / "lca" / "accepted" / "a.py", expected, report(got))


def test_verify_is_0_when_every_folder_is_right(lca: Problem) -> None:
    """Each sample solution is one line, and the end counts them."""
    road = FakeRoad(problem=lca, verified=[verified(Verdict.ACCEPTED, Verdict.ACCEPTED)])
    result = invoke(road, "verify")
    assert result.exit_code == 0
    assert "ok    AC  lca/accepted/a.py" in result.stdout
    assert result.stdout.endswith("1 of 1 as their folders say\n")


def test_verify_is_1_when_a_folder_is_wrong(lca: Problem) -> None:
    """What was promised and what came are both said."""
    road = FakeRoad(problem=lca, verified=[verified(Verdict.ACCEPTED, Verdict.WRONG_ANSWER)])
    result = invoke(road, "verify", "lca")
    assert result.exit_code == 1
    assert "WRONG WA  lca/accepted/a.py" in result.stdout
    assert "its folder says AC: wrong answer on a generated case" in result.stdout
    (entry,) = json.loads(invoke(road, "verify", "lca", "--json").stdout)
    assert (entry["ok"], entry["expected"], entry["report"]["verdict"]) == (False, "AC", "WA")


def test_verify_loads_all_before_it_judges(lca: Problem) -> None:
    """An unknown name among known ones is told at once."""
    road = FakeRoad(problem=lca, verified=[verified(Verdict.ACCEPTED, Verdict.ACCEPTED)])
    result = invoke(road, "verify", "lca", "nope")
    assert result.exit_code == 2
    assert result.stdout == ""


def test_the_environment_may_name_the_server(lca: Problem, file: str) -> None:
    """JUDGE_SERVER stands in for --server."""
    environment = {"JUDGE_SERVER": "http://127.0.0.1:9"}
    arguments = ["submit", "lca", file]
    result = CliRunner(env=environment).invoke(commands, arguments, obj=FakeRoad(problem=lca))
    assert result.exit_code == 4


def test_doctor_says_what_this_host_gives() -> None:
    """People and scripts get the same facts; a weak host is no failure of the command."""
    layer = Layer("landlock", False, "ask for it", 38, "files are seen", "a newer kernel")
    road = FakeRoad(host=Host(Tier.LIMITS_ONLY, (layer,)))
    result = invoke(road, "doctor")
    assert result.exit_code == 0
    assert "lost: files are seen" in result.stdout
    assert json.loads(invoke(road, "doctor", "--json").stdout)["tier"] == "limits-only"


def test_serve_listens_where_it_is_told() -> None:
    """Loopback unless told otherwise."""
    road = FakeRoad()
    invoke(road, "serve")
    invoke(road, "serve", "--host", "0.0.0.0", "--port", "0")  # noqa: S104 - nothing listens
    assert road.served == [("127.0.0.1", 8000), ("0.0.0.0", 0)]  # noqa: S104 - likewise


def test_an_absent_server_is_4(lca: Problem, file: str) -> None:
    """A script can tell an absent server from a refused solution."""
    result = invoke(FakeRoad(problem=lca), "submit", "lca", file, "--server", "http://127.0.0.1:9")
    assert result.exit_code == 4
    assert "cannot reach" in result.stderr


def test_watch_judges_until_it_is_interrupted(
    lca: Problem, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each change is judged; Ctrl-C ends it with 130."""
    road = judged(lca, Verdict.WRONG_ANSWER)
    looks = iter((True, False))

    def sleep(_: float) -> None:
        if not next(looks):
            raise KeyboardInterrupt
        Path(file).write_text("changed = 1\n")

    monkeypatch.setattr("judge.cli.watch.changes.__defaults__", (sleep,))
    result = invoke(road, "submit", "lca", file, "--watch")
    assert result.exit_code == 130
    assert [s.source for s in road.submissions][1:] == [b"changed = 1\n"]
    assert result.stdout.count("WA wrong answer") == 2


def test_the_command_line_starts_light() -> None:
    """Nothing dear is imported before a command needs it: people wait for each millisecond."""
    probe = "import judge.cli.main, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert "click" in loaded
    assert not loaded & {"rich", "pydantic", "hypothesis", "fastapi", "uvicorn", "sandbox"}


def run_judge(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the real command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "judge", *arguments],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_no_encoding_of_the_terminal_is_an_error(encoding: str) -> None:
    """What the encoding lacks is written as an escape."""
    shown = run_judge("show", "lca", PYTHONIOENCODING=encoding)
    assert shown.returncode == 0
    assert shown.stderr == b""
    assert shown.stdout.decode(encoding)
    assert run_judge("show", "\udce9\u202e", PYTHONIOENCODING=encoding).returncode == 2


def test_closed_outputs_are_no_error() -> None:
    """Whoever starts us without standard output or error gets the exit status all the same."""
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        shell = f"{sys.executable} -m judge list {closed}"
        done = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_goes_away_is_no_error_of_words() -> None:
    """`judge show lca | head -1` says nothing of pipes."""
    shell = f"{sys.executable} -m judge show lca | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], cwd=ROOT, capture_output=True, check=False)
    assert done.stderr == b""
    assert done.returncode in (0, 141)


def test_failures_of_submissions_are_never_tracebacks_of_ours(lca: Problem, file: str) -> None:
    """Hostile text in every field of a report is shown and does nothing."""
    road = FakeRoad(problem=lca, report=hostile_report())
    for form in ("text", "line"):
        result = invoke(road, "submit", "lca", file, f"--format={form}")
        assert result.exit_code == 1
        assert result.stdout.replace("\n", "").isprintable()


def test_a_failure_without_arguments_is_shown(lca: Problem, file: str) -> None:
    """A submission that does not load has no input to draw."""
    given = report(Verdict.DOES_NOT_LOAD, failure=failure(arguments=None, line=2, column=5))
    road = FakeRoad(problem=lca, report=given)
    assert "mine.py:2:5" in invoke(road, "submit", "lca", file).stdout


def test_replay_writes_a_test_and_never_over_another(
    lca: Problem, file: str, tmp_path: Path
) -> None:
    """The counterexample is shown as by submit, and --force alone overwrites."""
    out = tmp_path / "test_mine.py"
    road = judged(lca, Verdict.WRONG_ANSWER)
    result = invoke(road, "replay", "lca", file, "--pytest", str(out))
    assert result.exit_code == 1
    assert result.stdout.startswith("WA wrong answer")
    assert f"--pytest {out}" not in result.stdout
    assert "def test_counterexample():" in out.read_text()
    out.write_text("mine")
    again = invoke(road, "replay", "lca", file, "--pytest", str(out))
    assert (again.exit_code, out.read_text()) == (2, "mine")
    assert "--force" in again.stderr
    assert invoke(road, "replay", "lca", file, "--pytest", str(out), "--force").exit_code == 1
    assert out.read_text() != "mine"


def test_replay_writes_its_test_to_standard_output_alone(
    lca: Problem, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-` is standard output, as for start; the report goes beside it, and no file is made."""
    monkeypatch.chdir(tmp_path)
    before = list(tmp_path.iterdir())
    road = judged(lca, Verdict.WRONG_ANSWER)
    result = invoke(road, "replay", "lca", file, "--pytest", "-")
    assert result.exit_code == 1
    compile(result.stdout, "test", "exec")
    assert "def test_counterexample():" in result.stdout
    assert "WA wrong answer" in result.stderr
    accepted = invoke(judged(lca, Verdict.ACCEPTED), "replay", "lca", file, "--pytest", "-")
    assert (accepted.exit_code, accepted.stdout) == (0, "")
    assert "the test is not written: it is accepted" in accepted.stderr
    assert list(tmp_path.iterdir()) == before


def test_replay_of_an_accepted_solution_writes_nothing(
    lca: Problem, file: str, tmp_path: Path
) -> None:
    """There is no counterexample, which is good news and no error."""
    out = tmp_path / "test_mine.py"
    result = invoke(judged(lca, Verdict.ACCEPTED), "replay", "lca", file, "--pytest", str(out))
    assert result.exit_code == 0
    assert "is not written: it is accepted" in result.stdout
    assert not out.exists()


def test_replay_needs_a_file_to_load(lca: Problem) -> None:
    """Standard input has no path that a test could load."""
    result = invoke(judged(lca, Verdict.WRONG_ANSWER), "replay", "lca", "-", "--pytest", "t.py")
    assert result.exit_code == 2
    assert "standard input" in result.stderr
