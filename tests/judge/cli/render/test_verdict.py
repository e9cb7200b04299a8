import shlex
from dataclasses import replace
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from judge.cli.render.console import open_console
from judge.cli.render.context import ReportContext, pytest_command, replay_command
from judge.cli.render.verdict import show_report
from judge.notes import ExceptionInfo, Note
from judge.reports.report import Cases, GroupCount, Isolation, Ladder, Report, Rung, Runtime
from judge.verdict import Verdict
from tests.judge.cli.reports import (
    HOSTILE,
    LCA,
    LIMITER,
    TREE,
    failure,
    hostile_report,
    report,
)

SUBJECT = ReportContext(
    "my.py", LCA, "import heapq\n\ndef f(nums, k):\n    return nums[k]\n", "judge run"
)


def shown(given: Report, context: ReportContext = SUBJECT, *, width: int = 80) -> str:
    """Return what a terminal of this width gets, with its escape codes."""
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=True,
        color_system="truecolor",
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        show_report(console, given, context)
    return captured.get()


def plain(given: Report, context: ReportContext = SUBJECT) -> str:
    """Return what a pipe gets."""
    stream = StringIO()
    show_report(open_console(stream, plain=True), given, context)
    return stream.getvalue()


def test_both_answers_are_coloured_and_a_message_that_says_more_is_kept() -> None:
    """What was expected is green, what came is red; words tell the same without colours."""
    text = shown(report(Verdict.WRONG_ANSWER))
    assert "\x1b[32m  expected  3\x1b[0m\n\x1b[31m  actual    5\x1b[0m\n" in text
    told = failure(message="expected 3, got 5 (only the order differs)")
    assert "\n  (only the order differs)\n" in plain(report(Verdict.WRONG_ANSWER, failure=told))
    chance = failure(message="expected 3, got 5; the answer is random")
    assert "\n  the answer is random\n" in plain(report(Verdict.WRONG_ANSWER, failure=chance))
    longer = failure(message="expected 3, got 50")
    assert "\n  expected 3, got 50\n" in plain(report(Verdict.WRONG_ANSWER, failure=longer))
    ours = failure(message_by="checker")
    assert "expected 3, got 5" in shown(report(Verdict.WRONG_ANSWER, failure=ours))
    cut = failure(cut=["actual"])
    assert "expected 3, got 5" in shown(report(Verdict.WRONG_ANSWER, failure=cut))


def test_what_an_accepted_program_printed_is_shown_in_short() -> None:
    """Each line behind a bar, the middle left out and counted."""
    text = plain(report(stdout="".join(f"line {n}\n" for n in range(40)) + HOSTILE))
    assert "Your program printed on the samples\n" in text
    assert text.count("\n  | ") + text.count("\n  \u2502 ") == 7
    assert "... 35 more lines ..." in text
    assert text.replace("\n", "").isprintable()
    assert "printed" not in plain(report())


@pytest.mark.parametrize("verdict", Verdict)
def test_the_verdict_comes_first_in_code_and_words(verdict: Verdict) -> None:
    """The first line says what happened; colour only adds to it."""
    first = plain(report(verdict)).splitlines()[0]
    assert first.startswith(f"{verdict.value} {verdict.words}")


def test_counts_are_given_by_group() -> None:
    """How many cases passed, of how many, in each group; what was not reached is not counted."""
    assert "\n412 of 412 cases passed (sample 3/3, generated 409/409)\n" in plain(report())
    wrong = report(Verdict.WRONG_ANSWER)
    groups = {**wrong.cases.groups, "scale": GroupCount(total=20, passed=0)}
    wrong = replace(wrong, cases=Cases(total=432, passed=97, groups=groups))
    counts = "97 of 432 cases passed, then it stopped (sample 3/3, generated 94/409)"
    assert f"\n{counts}\n" in plain(wrong)


def test_what_was_played_behind_a_failure_did_not_stop() -> None:
    """A suite of tests is played on all implementations, also where a sample has failed."""
    wrong = report(Verdict.WRONG_ANSWER)
    assert wrong.failure is not None
    groups = {name: GroupCount(total=n, passed=1) for name, n in (("sample", 2), ("edge", 49))}
    cases = Cases(total=51, passed=2, groups=groups)
    wrong = replace(wrong, cases=cases, failure=replace(wrong.failure, group="sample"))
    assert "\n2 of 51 cases passed (sample 1/2, edge 1/49)\n" in plain(wrong)


def test_a_runtime_is_one_line_that_compares() -> None:
    """The ratio with its interval, both times, and the place on the ladder."""
    timed = report(
        runtime=Runtime(
            ratio=1.1349, low=1.09, high=1.1701, cpu_seconds=0.00123, reference_cpu_seconds=0.0011
        ),
        ladder=Ladder(
            rank=2, of=3, rungs=[Rung(name="set", ratio=0.8), Rung(name="reference", ratio=1.0)]
        ),
    )
    text = plain(timed)
    assert "1.13x the reference (1.09-1.17), 1.23 ms against 1.1 ms a call" in text
    assert "place 2 of 3" in text
    assert "fastest set 0.80x, slowest reference 1.00x" in text


def test_a_wrong_answer_shows_the_input_drawn_and_both_answers() -> None:
    """The tree as a tree, expected above actual and said once, and the command that replays."""
    text = plain(report(Verdict.WRONG_ANSWER))
    assert "The smallest failing input (from a generated case)" in text
    assert "      5 (p)   1\n" in text
    assert "  expected  3\n  actual    5\n" in text
    assert "expected 3, got 5" not in text
    assert text.endswith("Play it again:\n  judge run\n")


@pytest.mark.parametrize("exact", [True, False])
def test_answers_that_look_alike_are_told_apart(exact: bool) -> None:
    """A checker of a package may print both and say nothing of what nobody can see."""
    alike = failure(
        expected=[["a\u0308", 1]],
        actual=[["\xe4", 1]],
        message="\xe4 is wrong",
        message_by="checker",
    )
    context = ReportContext("my.py", LCA, exact=exact)
    text = plain(report(Verdict.WRONG_ANSWER, failure=alike), context)
    words = r"they differ in code points: expected 'a\u0308', got '\xe4'"
    assert f"  at [0][0] {words}\n" in text
    assert "code points" not in plain(report(Verdict.WRONG_ANSWER))


def test_the_judges_own_message_is_not_repeated() -> None:
    """It tells itself what two answers differ in that look alike."""
    own = failure(expected="a\u0308", actual="\xe4", message="they differ in code points: so")
    text = plain(report(Verdict.WRONG_ANSWER, failure=own))
    assert text.count("code points") == 1


def test_an_exception_shows_the_line_that_raised() -> None:
    """Type and message of the exception, the place, the source line and the traceback."""
    info = ExceptionInfo(
        type="IndexError",
        message="list index out of range",
        line=4,
        traceback="Traceback\n  File\n    return\nIndexError: list index out of range",
    )
    text = plain(report(Verdict.RUN_TIME_ERROR, failure=failure(exception=info, actual=None)))
    assert "actual    raised IndexError" in text
    assert "IndexError: list index out of range\n  my.py:4\n        return nums[k]\n" in text
    assert "  │ Traceback" in text


def test_a_syntax_error_shows_line_and_caret() -> None:
    """A submission that does not load shows the place in its own source."""
    broken = failure(arguments=None, line=3, column=5, message="SyntaxError: invalid syntax")
    text = plain(report(Verdict.DOES_NOT_LOAD, failure=broken))
    assert "SyntaxError: invalid syntax\n  my.py:3:5\n    def f(nums, k):\n        ^\n" in text


def test_a_recursion_is_folded() -> None:
    """A thousand equal frames of a traceback are shown twice and counted."""
    frame = '  File "a.py", line 5, in f\n    return f()\n'
    info = ExceptionInfo(
        type="RecursionError", message="", line=4, traceback=f"Top\n{frame * 1000}End\n"
    )
    text = plain(report(Verdict.RUN_TIME_ERROR, failure=failure(exception=info)))
    assert text.count("return f()") == 2
    assert "... 998 more times the same ..." in text


def test_prints_stand_apart() -> None:
    """What the submission printed is shown under its own title, each line behind a bar."""
    text = plain(report(Verdict.WRONG_ANSWER, failure=failure(stdout="AC accepted\nx\n")))
    assert "Your program printed\n  │ AC accepted\n  │ x\n" in text


def test_many_prints_are_cut_in_the_middle() -> None:
    """Of 1,000 printed lines the ends are shown and the rest is counted."""
    prints = "".join(f"{n}\n" for n in range(1000))
    text = plain(report(Verdict.WRONG_ANSWER, failure=failure(stdout=prints)))
    assert "│ ... 980 more lines ..." in text
    assert "│ 999" in text


def test_a_time_limit_names_its_clock_and_the_limits() -> None:
    """Which clock fired, at what limit, and where the program was."""
    info = ExceptionInfo(type="TimeoutError", message="x", line=4, traceback="")
    slow = failure(size=20_000, clock="cpu", exception=info, minimal=False)
    text = plain(report(Verdict.TIME_LIMIT_EXCEEDED, failure=slow))
    assert "The smallest size that fails (generated case): n = 20,000" in text
    assert "limits: 1 s CPU, 3 s wall, 256 MiB; the CPU clock fired" in text
    assert "It was here when time ran out\n  my.py:4\n        return nums[k]\n" in text
    assert "TimeoutError" not in text


@pytest.mark.parametrize("verdict", [Verdict.WRONG_ANSWER, Verdict.RUN_TIME_ERROR])
def test_a_size_is_no_smallest_size_of_a_wrong_answer(verdict: Verdict) -> None:
    """What is wrong on one large case may be wrong on smaller ones that nobody tried."""
    large = failure(group="scale", size=60_000, minimal=False)
    text = plain(report(verdict, failure=large))
    assert "It fails on a scale case, n = 60,000" in text
    assert "smallest" not in text


def test_the_wall_clock_is_named_too() -> None:
    """Time that was slept away is not called CPU time."""
    slow = failure(clock="wall")
    assert "the wall clock fired" in plain(report(Verdict.TIME_LIMIT_EXCEEDED, failure=slow))


def test_a_weaker_sandbox_is_said() -> None:
    """Below tier full the report says so; at tier full it does not."""
    weak = Isolation(tier="landlock", missing=["namespaces"])
    assert "isolation: landlock, not full (missing: namespaces)" in plain(report(isolation=weak))
    assert "isolation" not in plain(report())


def test_notes_are_shown_with_their_line() -> None:
    """A note stands on its own line."""
    note = Note(code="top_level_failure", message="driver code failed", line=40)
    assert "note: line 40: driver code failed" in plain(report(notes=[note]))


def test_a_leak_shows_both_calls() -> None:
    """When only two calls together fail, both are shown."""
    leak = failure(state_leak=True, calls=[{"root": [1]}, {"root": [2]}])
    text = plain(report(Verdict.WRONG_ANSWER, failure=leak))
    assert "call 1: root = [1]" in text
    assert "call 2: root = [2]" in text


def test_a_class_problem_shows_its_calls_as_a_table() -> None:
    """Call by call: what was expected, what came, and where they part."""
    calls = failure(
        arguments={"calls": ["RateLimiter", "allow"], "arguments": [[1, 9], ["a", 0]]},
        expected=[None, True],
        actual=[None, False],
    )
    text = plain(report(Verdict.WRONG_ANSWER, failure=calls), ReportContext("my.py", LIMITER))
    assert "RateLimiter(1, 9)" in text
    assert "allow('a', 0)" in text
    assert "False <- differs" in text


MANY = failure(
    arguments={"calls": ["RateLimiter", "allow", "allow"], "arguments": [[1, 9], ["a", 0], []]},
    expected=[None, "1", 1],
    actual=[None, "2", 1],
    message="0 was expected, it gave 1",
    call=2,
)


def test_where_many_answers_are_right_the_blamed_call_is_marked() -> None:
    """A permitted answer that the reference did not give is not called a difference."""
    context = ReportContext("my.py", LIMITER, exact=False)
    lines = plain(report(Verdict.WRONG_ANSWER, failure=MANY), context).splitlines()
    assert [line.split()[0] for line in lines if "<-" in line] == ["2"]
    unnamed = replace(MANY, call=None)
    assert "<-" not in plain(report(Verdict.WRONG_ANSWER, failure=unnamed), context)


def test_a_sentence_that_names_a_call_marks_none() -> None:
    """The call that failed is a field of the report; the words are for people."""
    said = replace(MANY, call=None, message="call 2, allow(): 0 was expected, it gave 1")
    context = ReportContext("my.py", LIMITER, exact=False)
    assert "<-" not in plain(report(Verdict.WRONG_ANSWER, failure=said), context)


def test_the_call_that_raised_has_the_exception_in_its_row() -> None:
    """It gave no result, and neither did any other."""
    error = ExceptionInfo(type="KeyError", message="a")
    raised = replace(MANY, actual=None, exception=error)
    text = plain(report(Verdict.RUN_TIME_ERROR, failure=raised), ReportContext("my.py", LIMITER))
    (line,) = (line for line in text.splitlines() if "<-" in line)
    assert line.split()[0] == "2"
    assert "raised KeyError <- differs" in line


def test_an_unknown_problem_is_shown_plainly() -> None:
    """A server's problem that this machine lacks is shown without a drawing."""
    text = plain(report(Verdict.WRONG_ANSWER), ReportContext("my.py"))
    assert "root = [3, 5, 1, 6, 2, None, 8]" in text


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("verdict", Verdict)
def test_hostile_text_cannot_disturb_the_display(verdict: Verdict, width: int) -> None:
    """No control of a submission's reaches the terminal, at any width; only our own colours."""
    text = shown(replace(hostile_report(), verdict=verdict), width=width)
    for code in ("\x1b[0m", "\n"):
        text = text.replace(code, "")
    assert all(c.isprintable() for c in text.replace("\x1b[", "").replace("m", ""))
    assert "\x1b]" not in text
    assert "[red]x[/x]" in text.replace(" ", "") or width == 20
    assert text.encode("utf-8")


def test_a_pipe_gets_no_escape_codes() -> None:
    """Plain output is text and newlines only."""
    for given in (report(), report(Verdict.WRONG_ANSWER), hostile_report()):
        assert plain(given).replace("\n", "").isprintable()


def test_a_narrow_terminal_is_filled_not_broken() -> None:
    """At 40 columns nothing but the command to copy and the input is wider than the terminal."""
    lines = shown(report(Verdict.WRONG_ANSWER), width=40).splitlines()
    assert [line for line in lines if cell_len(_bare(line)) > 40] == []


def _bare(line: str) -> str:
    out, inside = [], False
    for character in line:
        inside = inside or character == "\x1b"
        if not inside:
            out.append(character)
        inside = inside and character != "m"
    return "".join(out)


def test_an_ascii_terminal_gets_ascii_strokes() -> None:
    """Where the encoding has no box characters, none are drawn."""

    class Ascii(StringIO):
        encoding = "ascii"

    stream = Ascii()
    show_report(open_console(stream, plain=True), report(Verdict.WRONG_ANSWER), SUBJECT)
    assert stream.getvalue().isascii()
    assert "    .---^---." in stream.getvalue()


def test_the_replay_command_gives_the_input_to_run() -> None:
    """A shell that reads the command gets back exactly the failing input."""
    words = shlex.split(replay_command(report(Verdict.WRONG_ANSWER), "it's mine.py"))
    assert words[:5] == ["judge", "run", "lca", "it's mine.py", "--input"]
    assert words[5] == '{"root": [3, 5, 1, 6, 2, null, 8], "p": 5, "q": 8}'


def test_there_is_no_replay_command_without_a_small_input() -> None:
    """An accepted, a huge and an unknown input have no command to copy."""
    huge = {**TREE, "root": list(range(10_000))}
    part = failure(cut=["arguments.root"])
    assert replay_command(report(Verdict.WRONG_ANSWER, failure=part), "a.py") == ""
    assert replay_command(report(), "a.py") == ""
    assert replay_command(report(Verdict.WRONG_ANSWER, failure=failure(arguments=huge)), "a") == ""
    assert replay_command(report(Verdict.WRONG_ANSWER, failure=failure(size=9)), "a.py") == ""
    leak = failure(state_leak=True)
    assert replay_command(report(Verdict.WRONG_ANSWER, failure=leak), "a.py") == ""


def test_the_replay_command_is_safe_to_copy() -> None:
    """Hostile arguments and file names give a printable command, or none."""
    command = replay_command(hostile_report(), "a.py")
    assert command.isprintable()
    assert replay_command(report(Verdict.WRONG_ANSWER), "a\x1b.py") == ""


def test_the_pytest_command_stands_beside_the_replay_command() -> None:
    """A debugger's way to the same input, where the submission is a file."""
    found = report(Verdict.WRONG_ANSWER)
    words = shlex.split(pytest_command(found, "it's mine.py"))
    assert words == ["judge", "replay", "lca", "it's mine.py", "--pytest", "test_lca.py"]
    assert pytest_command(found, "-") == ""
    assert pytest_command(report(), "a.py") == ""
    assert pytest_command(report(Verdict.WRONG_ANSWER, failure=failure(size=9)), "a.py") == ""
