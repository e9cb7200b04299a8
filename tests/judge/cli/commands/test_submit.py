"""`judge submit`: forms of the report, exit statuses, and what is timed."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from judge.cli.main import commands
from judge.cli.setup import Setup
from judge.errors import Fault, HostError, ProblemError
from judge.reports.report import VerdictKnown, to_json
from judge.testing import FakeJudge
from judge.verdict import Verdict
from tests.judge.cli.command import invoke, judging, write
from tests.judge.cli.reports import failure, hostile_report, report


@pytest.mark.parametrize("verdict", Verdict)
def test_submit_exits_by_the_verdict(file: str, verdict: Verdict) -> None:
    """0 for accepted, 3 for our own fault, 1 for all else; the verdict is on standard output."""
    result = invoke(judging(verdict), "submit", "lca", file)
    assert result.exit_code == {"AC": 0, "IE": 3}.get(verdict, 1)
    assert result.stdout.startswith(f"{verdict} {verdict.words}")
    assert result.stderr == ""


@pytest.mark.parametrize("verdict", Verdict)
def test_submit_as_json_is_the_report_and_nothing_else(file: str, verdict: Verdict) -> None:
    """Standard output is one JSON document, the report of the contract."""
    result = invoke(judging(verdict), "submit", "lca", file, "--json")
    assert json.loads(result.stdout) == to_json(report(verdict))
    assert result.exit_code == {"AC": 0, "IE": 3}.get(verdict, 1)


def test_the_json_of_hostile_text_is_ascii(file: str) -> None:
    """Lone surrogates and escape codes have a form that every reader and terminal takes."""
    result = invoke(FakeJudge(hostile_report()), "submit", "lca", file, "--json")
    assert result.stdout.isascii()
    assert "\x1b" not in result.stdout
    assert json.loads(result.stdout) == to_json(hostile_report())


def test_submit_times_what_people_read_about(file: str) -> None:
    """Not where it was not wanted, and not for the one line that an editor waits for."""
    for options, timed in (
        ([], True),
        (["--json"], True),
        (["--no-timing"], False),
        (["--format=line"], False),
    ):
        judge = judging(Verdict.ACCEPTED)
        invoke(judge, "submit", "lca", file, *options)
        assert [settings.timing for settings in judge.settings] == [timed], options


def test_the_verdict_is_printed_once_though_it_is_known_early(file: str) -> None:
    """First the verdict, then what was measured; as JSON only the last report."""
    known = VerdictKnown(report(Verdict.ACCEPTED))
    for options in ([], ["--json"]):
        early = invoke(judging(Verdict.ACCEPTED, known), "submit", "lca", file, *options)
        plain = invoke(judging(Verdict.ACCEPTED), "submit", "lca", file, *options)
        assert early.stdout == plain.stdout


@pytest.mark.parametrize("verdict", [Verdict.RULE_VIOLATION, Verdict.WRONG_ANSWER])
def test_a_verdict_that_measuring_has_changed_is_printed_anew(file: str, verdict: Verdict) -> None:
    """The whole last report comes after the early one, and decides the exit status."""
    known = VerdictKnown(report(Verdict.ACCEPTED))
    changed = invoke(judging(verdict, known), "submit", "lca", file)
    early, between, last = changed.stdout.partition("It failed after that")
    assert early.startswith("AC accepted")
    assert between
    plain = invoke(judging(verdict), "submit", "lca", file)
    assert last.endswith(plain.stdout)
    assert changed.exit_code == plain.exit_code == 1
    as_json = invoke(judging(verdict, known), "submit", "lca", file, "--json")
    assert json.loads(as_json.stdout)["verdict"] == verdict


def test_submit_as_a_line_is_one_line(file: str) -> None:
    """An editor reads `file:line:column: CODE message`."""
    result = invoke(judging(Verdict.WRONG_ANSWER), "submit", "lca", file, "--format=line")
    assert result.stdout.startswith(f"{file}:1:1: WA wrong answer")
    assert result.stdout.count("\n") == 1
    assert result.exit_code == 1


def test_the_source_may_come_from_standard_input() -> None:
    """`-` is standard input."""
    judge = judging(Verdict.ACCEPTED)
    result = invoke(judge, "submit", "lca", "-", source="x = 1\n")
    assert result.exit_code == 0
    assert judge.judged[0].source == b"x = 1\n"


def test_a_file_name_names_its_problem(file: str) -> None:
    """An editor that knows only the file's name may give that, underscores and all."""
    assert invoke(judging(Verdict.ACCEPTED), "submit", "kth_largest", file).exit_code == 0


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
    file: str, error: BaseException, code: int, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a document is worse than none."""
    monkeypatch.setenv("JUDGE_DEBUG", "1")
    judge = judging(Verdict.ACCEPTED)
    judge.raises = error
    result = invoke(judge, "submit", "lca", file, form)
    assert result.exit_code == code
    assert result.stdout == ""
    assert result.stderr.startswith("judge: ")


def test_the_environment_may_name_the_server(file: str) -> None:
    """JUDGE_SERVER stands in for --server."""
    environment = {"JUDGE_SERVER": "http://127.0.0.1:9", "JUDGE_TOKEN": "word"}
    arguments = ["submit", "lca", file]
    result = CliRunner(env=environment).invoke(commands, arguments, obj=Setup(FakeJudge()))
    assert result.exit_code == 4


def test_an_absent_server_is_4(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script can tell an absent server from a refused solution."""
    monkeypatch.setenv("JUDGE_TOKEN", "word")
    result = invoke(FakeJudge(), "submit", "lca", file, "--server", "http://127.0.0.1:9")
    assert result.exit_code == 4
    assert "cannot reach" in result.stderr


def test_watch_judges_until_it_is_interrupted(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each change is judged; Ctrl-C ends it with 130."""
    judge = judging(Verdict.WRONG_ANSWER)

    def changes(path: Path) -> Iterator[None]:
        yield
        path.write_text("changed = 1\n")
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr("judge.cli.watch.changes", changes)
    result = invoke(judge, "submit", "lca", file, "--watch")
    assert result.exit_code == 130
    assert [s.source for s in judge.judged][1:] == [b"changed = 1\n"]
    assert result.stdout.count("WA wrong answer") == 2
    assert re.findall(r"^--- (\d), \d\d:\d\d:\d\d ---$", result.stderr, re.MULTILINE) == ["1", "2"]


def test_watch_says_that_it_waits_for_a_missing_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no mistake to begin before the first save."""
    file = tmp_path / "lca.py"
    seen = []

    def changes(path: Path) -> Iterator[None]:
        yield
        file.write_text("x = 1\n")
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr("judge.cli.watch.changes", changes)
    for command in ("submit", "run"):
        file.unlink(missing_ok=True)
        result = invoke(judging(Verdict.ACCEPTED), command, str(file), "--watch")
        seen.append(result.stderr)
        assert result.exit_code == 130
        assert "no such file; waiting for it; Ctrl-C ends it\n--- 1, " in result.stderr


def test_the_file_may_tell_the_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name, its folder or a comment; a problem that is given counts more, with a word."""
    monkeypatch.chdir(tmp_path)
    for name, text in (
        ("lca.py", ""),
        ("lca/main.py", ""),
        ("236.lowest-common-ancestor.py", ""),
        ("x.py", "# judge: lca\n"),
    ):
        write(tmp_path, name, text)
        for command in ("submit", "run", "bench", "replay"):
            result = invoke(judging(Verdict.ACCEPTED), command, name)
            assert result.exit_code == 0, (command, name, result.output)
    other = invoke(judging(Verdict.ACCEPTED), "submit", "kth_largest", "x.py")
    assert other.exit_code == 0
    assert "x.py says that it is for lca; it is taken for kth-largest" in other.stderr
    for text in ("# judge: lca\n", "#\n# @lc app=leetcode id=236 lang=python3\n#\n"):
        assert invoke(judging(Verdict.ACCEPTED), "submit", "-", source=text).exit_code == 0


def test_a_comment_that_names_no_problem_is_said(tmp_path: Path) -> None:
    """With the nearest names, as for a problem that was typed."""
    write(tmp_path, "x.py", "# judge: kth-larges\n")
    result = invoke(judging(Verdict.ACCEPTED), "submit", str(tmp_path / "x.py"))
    assert result.exit_code == 2
    assert "did you mean kth-largest, " in result.stderr


def test_failures_of_submissions_are_never_tracebacks_of_ours(file: str) -> None:
    """Hostile text in every field of a report is shown and does nothing."""
    for form in ("text", "line"):
        result = invoke(FakeJudge(hostile_report()), "submit", "lca", file, f"--format={form}")
        assert result.exit_code == 1
        assert result.stdout.replace("\n", "").isprintable()


def test_a_failure_without_arguments_is_shown(file: str) -> None:
    """A submission that does not load has no input to draw."""
    given = report(Verdict.DOES_NOT_LOAD, failure=failure(arguments=None, line=2, column=5))
    assert "mine.py:2:5" in invoke(FakeJudge(given), "submit", "lca", file).stdout
