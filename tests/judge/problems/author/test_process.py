"""Each way in which a package's code can misbehave ends in a sentence with file and line."""

import logging
import os
import textwrap
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.errors import AuthorError
from judge.kinds import Check, SentCase
from judge.kinds.calls import CLASS
from judge.problems.author import author_main, call, code, prints, running
from judge.problems.author.call import Allowance, Call, PackageFile, call_of
from judge.problems.author.code import CustomChecks
from judge.problems.author.process import AuthorProcess
from judge.problems.author.running import Running
from judge.values import Interface, decode_call_names
from tests.processes import children, gone
from tests.waiting import until

SECONDS = 1.0


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[AuthorProcess]:
    monkeypatch.setattr(call, "CALL_SECONDS", SECONDS)
    process = AuthorProcess()
    # Starting is part of the first call, and takes long on a busy machine.
    empty = tmp_path / "empty.py"
    empty.write_text("")
    process.ask(PackageFile("", empty, ""), "", "import", allowance=Allowance(60.0))
    yield process
    process.close()


def checker(folder: Path, *lines: str) -> PackageFile:
    """Write a checker whose body are these lines, the first of them line 2 of the file."""
    path = folder / "package" / "checker.py"
    path.parent.mkdir(exist_ok=True)
    body = textwrap.indent("\n".join(lines), "    ")
    path.write_text(f"def check(arguments, expected, actual):\n{body}\n")
    return PackageFile("package", path, str(hash(lines)))


def said(process: AuthorProcess, file: PackageFile) -> object:
    [reply] = process.ask(file, "check", "check", {"nums": [3, 1]}, [1], [1])
    return reply["said"]


HANGING = {
    "loop": ("while True: pass", 2),
    "sleep": ("import time; time.sleep(1000)", 2),
    "one call in C": ("return 10 ** 10 ** 10 == 1", 2),
    "exceptions swallowed": (
        "while True:\n    try:\n        while 1: pass\n    except BaseException: pass",
        4,
    ),
    "a lock": (
        "import threading\nlock = threading.Lock()\nlock.acquire(); lock.acquire()",
        4,
    ),
    "standard output": ("import os\nwhile True: os.write(1, b'x' * 4096)", 3),
}


@pytest.mark.needs("linux")
@pytest.mark.parametrize("name", HANGING)
def test_a_call_that_does_not_end_is_ended(
    name: str, process: AuthorProcess, tmp_path: Path
) -> None:
    """From outside, whatever it does, with the line where it was."""
    body, line = HANGING[name]
    with pytest.raises(AuthorError) as caught:
        said(process, checker(tmp_path, body))
    [fault] = caught.value.faults
    assert (Path(fault.path).name, fault.field) == ("checker.py", "check")
    reason, place = f"it had not ended after {SECONDS:.0f} s", f" at line {line}"
    # Where its prints are read for as long as it may take, its own timer ends it without a line.
    assert fault.reason in (reason + place, *([reason] if name == "standard output" else []))
    assert said(process, checker(tmp_path, "return None")) is None


FAILING = {
    "raise": ("raise KeyError('x')", "it raises KeyError at line 2"),
    "an exception without words": ("assert False", "it raises AssertionError at line 2"),
    "exit": ("raise SystemExit", "it raises SystemExit at line 2"),
    "os._exit": ("import os; os._exit(0)", "it calls os._exit(0) at line 2"),
    "exit unseen": ("import posix; posix._exit(0)", "it ends its process with status 0"),
    "interrupt": ("raise KeyboardInterrupt", "it raises KeyboardInterrupt at line 2"),
    "fork": ("import os; os.fork()", "it starts a process at line 2"),
    "a program": ("import os; os.system('true')", "it starts a program at line 2"),
    "multiprocessing": (
        "import multiprocessing\nmultiprocessing.Process(target=print).start()",
        "it starts a process at line 3",
    ),
    "kill": ("import os; os.kill(os.getppid(), 0)", "it sends a signal at line 2"),
    "crash": (
        "import ctypes\nctypes.string_at(0)",
        "its process was ended by SIGSEGV at line 3",
    ),
    "endless recursion": ("return check(1, 2, 3)", "it raises RecursionError"),
    "descriptors": (
        "import os; os.closerange(0, 1000)",
        "it closes descriptors that it did not open at line 2",
    ),
    "descriptors unseen": (
        "import os\nfor n in range(3, 300):\n    try: os.fdopen(n).close()\n    except OSError: 0",
        "it closes descriptors that it did not open",
    ),
    "a thread left": (
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()",
        "it leaves 1 thread running",
    ),
    "False": ("return False", "it returns what no checker may"),
    "an empty sentence": ("return ''", "it returns what no checker may"),
    "blanks": ("return ' '", "it returns what no checker may"),
    "a call without words": ("return 3, ''", "it returns what no checker may"),
    "hostile repr": (
        "class Odd:\n    def __repr__(self): raise ValueError\nreturn Odd()",
        "it returns what no checker may",
    ),
}


@pytest.mark.needs("linux")
@pytest.mark.parametrize("name", FAILING)
def test_a_call_that_fails_is_told_with_its_line(
    name: str, process: AuthorProcess, tmp_path: Path
) -> None:
    """And the next call works."""
    body, reason = FAILING[name]
    with pytest.raises(AuthorError) as caught:
        said(process, checker(tmp_path, body))
    assert caught.value.faults[0].reason.startswith(reason)
    assert caught.value.faults[0].mend
    assert said(process, checker(tmp_path, "return None")) is None


@pytest.mark.needs("linux")
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("kept = []\nwhile True: kept.append(bytearray(10 ** 7))", "it raises MemoryError"),
        (
            "import time, threading\nwhile 1: threading.Thread(None, time.sleep, '', [9]).start()",
            "it raises RuntimeError at line 3: can't start new thread",
        ),
    ],
)
def test_a_call_cannot_take_all_of_the_machine(
    body: str, reason: str, process: AuthorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither its memory nor its threads, and its own process is gone afterwards."""
    monkeypatch.setattr(call, "CALL_SECONDS", 120.0)
    process.close()
    before = set(children(os.getpid()))
    with pytest.raises(AuthorError, match=reason.replace("(", r"\(")):
        said(process, checker(tmp_path, body))
    assert set(children(os.getpid())) == before


def test_what_it_is_given_is_a_copy(process: AuthorProcess, tmp_path: Path) -> None:
    """It may sort, pop and append as it likes: the judge's values stay."""
    arguments, expected, shared = {"nums": [3, 1, 2]}, [1, 2], [5, 4]
    file = checker(
        tmp_path,
        "arguments['nums'].sort(); expected.pop(); actual.append(1)",
        "arguments['new'] = 1",
        "return None if expected == [1] and actual == [5, 4, 1] else 'no'",
    )
    assert process.ask(file, "check", "check", arguments, expected, shared) == [{"said": None}]
    assert (arguments, expected, shared) == ({"nums": [3, 1, 2]}, [1, 2], [5, 4])
    same = checker(tmp_path, "expected.pop(); return None if len(actual) == 2 else 'shared'")
    assert process.ask(same, "check", "check", {}, shared, shared) == [{"said": None}]


def test_prints_are_logged_with_the_name_of_the_file(
    process: AuthorProcess, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Escaped, so that no terminal obeys them, and none of them on standard output."""
    file = checker(
        tmp_path,
        "import os, sys",
        "print('\\x1b[2Jhello')",
        "os.write(2, b'raw\\xff\\n'); sys.stderr.write('no end')",
    )
    assert said(process, file) is None
    lines = [record.getMessage() for record in caplog.records]
    assert lines == [
        f"{file.path} prints: \\x1b[2Jhello",
        f"{file.path} prints: raw\ufffd",
        f"{file.path} prints: no end",
    ]


def test_many_prints_are_cut(
    process: AuthorProcess, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A checker that prints for each case must not fill a disk."""
    file = checker(tmp_path, "for n in range(3000): print('x' * 1000)")
    with caplog.at_level(logging.WARNING):
        assert said(process, file) is None
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == prints.PRINTED_LINES + 1
    assert lines[-1].endswith("prints more, which is not shown")
    assert max(map(len, lines)) < 500


def test_several_calls_share_an_allowance(process: AuthorProcess, tmp_path: Path) -> None:
    """The strategies of a package have their seconds together."""
    file = checker(tmp_path, "import time; time.sleep(0.7)")
    together = Allowance(1.0)
    process.ask(file, "check", "check", {}, 1, 1, allowance=together)
    with pytest.raises(AuthorError, match="had not ended after 1 s"):
        process.ask(file, "check", "check", {}, 1, 1, allowance=together)


def test_a_call_is_ended_from_another_thread(process: AuthorProcess, tmp_path: Path) -> None:
    """As a submission that is cancelled wants it: it does not wait for the bound."""
    process.close()
    before = set(children(os.getpid()))
    failed: list[AuthorError] = []

    def ask() -> None:
        try:
            process.ask(
                checker(tmp_path, "while True: pass"),
                *("check", "check", {}, 1, 1),
                allowance=Allowance(60.0),
            )
        except AuthorError as error:
            failed.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    until(lambda: set(children(os.getpid())) != before)
    [started] = set(children(os.getpid())) - before
    began = time.monotonic()
    process.close()
    thread.join()
    assert time.monotonic() - began < 20
    assert failed
    assert gone([started])


def test_threads_take_turns(process: AuthorProcess, tmp_path: Path) -> None:
    """Small and large cases are checked by two threads."""
    file = checker(tmp_path, "return str(arguments['n'])")
    found: list[bool] = []

    def ask(n: int) -> None:
        replies = [process.ask(file, "check", "check", {"n": n}, 1, 1) for _ in range(50)]
        found.append(replies == [[{"said": str(n)}]] * 50)

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 4


def test_long_values_pass_both_ways(process: AuthorProcess, tmp_path: Path) -> None:
    """Longer than any pipe is wide."""
    file = checker(tmp_path, "return actual if len(actual) == 300_000 else 'cut'")
    assert process.ask(file, "check", "check", {}, 1, "\ud800" * 300_000) == [
        {"said": "\ud800" * 300_000}
    ]


def test_a_process_that_is_killed_between_calls_is_replaced(
    process: AuthorProcess, tmp_path: Path
) -> None:
    """By whoever ends processes for want of memory."""
    process.close()
    before = set(children(os.getpid()))
    file = checker(tmp_path, "return None")
    assert said(process, file) is None
    [started] = set(children(os.getpid())) - before
    os.kill(started, 9)
    time.sleep(0.1)
    assert said(process, file) is None


def several(process: AuthorProcess, file: PackageFile, answers: list[object]) -> list[Call]:
    calls = [call_of(file, "check", "check", ({}, None, answer), None) for answer in answers]
    process.make(calls)
    return calls


def test_several_calls_are_sent_at_once(process: AuthorProcess, tmp_path: Path) -> None:
    """Each has its own reply or its own error."""
    file = checker(tmp_path, "if actual == 3: raise KeyError(3)", "return f'no {actual}'")
    calls = several(process, file, [1, 2, 3, 4])
    assert [call.replies for call in calls] == [
        [{"said": f"no {n}"}] if n != 3 else [] for n in (1, 2, 3, 4)
    ]
    assert [call.error is not None for call in calls] == [False, False, True, False]


def test_a_call_that_ends_the_process_ends_those_sent_with_it(
    process: AuthorProcess, tmp_path: Path
) -> None:
    """They have an error and no reply; those before it have theirs."""
    file = checker(tmp_path, "if actual == 2: import posix; posix._exit(0)", "return None")
    calls = several(process, file, [1, 2, 3])
    assert [call.over for call in calls] == [True] * 3
    assert calls[0].result() == [{"said": None}]
    with pytest.raises(AuthorError, match="ends its process with status 0"):
        calls[1].result()
    with pytest.raises(AuthorError):
        calls[2].result()
    assert said(process, checker(tmp_path, "return None")) is None


def test_long_replies_and_many_requests_do_not_wait_for_each_other(
    process: AuthorProcess, tmp_path: Path
) -> None:
    """Neither fits into the buffer of a socket."""
    file = checker(tmp_path, "return 'x' * 500_000")
    calls = several(process, file, ["y" * 9_000] * 60)
    assert all(len(call.result()[0]["said"]) == 500_000 for call in calls)


def checks(
    file: PackageFile, monkeypatch: pytest.MonkeyPatch, process: AuthorProcess, *answers: object
) -> Iterator[Check]:
    """Check answers in one process of the test's own."""
    monkeypatch.setattr(code, "CHECKERS", process)
    case = SentCase(("nums",), b"[[3,1]]", b"[1]")
    return CustomChecks(file, [(case, answer) for answer in answers])


@pytest.fixture
def sends(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows by the number of requests with each message."""
    counts: list[int] = []
    send = Running.send

    def counted(self: Running, calls: Sequence[Call]) -> None:
        send(self, calls)
        counts.append(len(calls))

    monkeypatch.setattr(Running, "send", counted)
    return counts


def test_several_answers_are_checked_at_once(
    process: AuthorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sends: list[int]
) -> None:
    """Each as if alone; after one that is not right the others are asked about again."""
    file = checker(tmp_path, "return None if actual % 4 else f'no {actual}'")
    found = list(checks(file, monkeypatch, process, *range(1, 8)))
    assert [check.message for check in found] == ["", "", "", "no 4", "", "", ""]
    assert sends == [1, 1]


def test_a_wrong_answer_is_told_before_a_later_check(
    process: AuthorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which may never end: that is found out by whoever asks on."""
    file = checker(tmp_path, "while actual == 3: pass", "return 'no' if actual == 2 else None")
    steps = checks(file, monkeypatch, process, 1, 2, 3)
    assert [next(steps).message for _ in range(2)] == ["", "no"]
    assert said(process, file) is None  # nothing is left to wait for
    with pytest.raises(AuthorError, match="had not ended after 1 s at line 2, on the answer 3"):
        next(steps)


FAILING_AT_3 = {
    "hang": ("while actual == 3: pass", "had not ended after 1 s at line 2, on the answer 3"),
    "raise": ("if actual == 3: raise KeyError", "raises KeyError at line 2, on the answer 3"),
    "exit": (
        "if actual == 3: import posix; posix._exit(0)",
        "it ends its process with status 0, on the answer 3",
    ),
    "crash": (
        "if actual == 3: import ctypes; ctypes.string_at(0)",
        "by SIGSEGV at line 2, on the answer 3",
    ),
    "a thread": (
        "import threading as t, time\nif actual == 3: t.Thread(None, time.sleep, '', [60]).start()",
        "leaves 1 thread running, on the answer 3",
    ),
    "an odd value": ("return None if actual != 3 else False", "False on the answer 3"),
}


@pytest.mark.needs("linux")
@pytest.mark.parametrize("name", FAILING_AT_3)
def test_of_several_checks_the_one_that_fails_is_told(
    name: str, process: AuthorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its answer, after those before it."""
    body, told = FAILING_AT_3[name]
    steps = checks(checker(tmp_path, body), monkeypatch, process, 1, 2, 3, 4)
    assert [next(steps).passed for _ in range(2)] == [True, True]
    with pytest.raises(AuthorError, match=told):
        next(steps)


@pytest.mark.needs("linux")
def test_a_hang_is_told_with_its_line_when_the_judge_comes_late(
    process: AuthorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process's own alarm has ended it by then."""
    send = Running.send

    def slowly(self: Running, calls: Sequence[Call]) -> None:
        send(self, calls)
        self._process.wait(60)

    monkeypatch.setattr(Running, "send", slowly)
    steps = checks(checker(tmp_path, "while actual: pass"), monkeypatch, process, 3)
    with pytest.raises(AuthorError, match="had not ended after 1 s at line 2, on the answer 3"):
        next(steps)


def test_each_of_several_checks_has_the_whole_bound(
    process: AuthorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Together they may take longer."""
    monkeypatch.setattr(running, "WAIT_SECONDS", 0.2)
    file = checker(tmp_path, "import time; time.sleep(0.3)")
    assert all(check.passed for check in checks(file, monkeypatch, process, *range(8)))


def test_an_answer_that_no_request_can_hold_is_wrong(
    process: AuthorProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its neighbours are checked."""
    file = checker(tmp_path, "return None")
    found = list(checks(file, monkeypatch, process, 1, object(), object(), 2))
    assert [check.passed for check in found] == [True, False, False, True]
    assert "no plain value" in found[1].message


@given(st.lists(st.tuples(st.text(max_size=3), st.lists(st.integers() | st.text(), max_size=2))))
def test_a_case_is_decoded_there_as_here(calls: list[tuple[str, list[object]]]) -> None:
    """Also one of several lines."""
    names, arguments = [name for name, _ in calls], [given for _, given in calls]
    arguments += [[{"result": 0}]] * (len(names) > 1)
    names += ["last"] * (len(names) > 1)
    decoded = {"calls": names, "arguments": arguments}
    sent = CLASS.encode(cast("Interface", None), decoded)
    assert author_main._decoded(("calls", "arguments"), sent) == decoded
    assert decode_call_names(sent) == names


def test_the_process_starts_with_few_modules(process: AuthorProcess, tmp_path: Path) -> None:
    """Each costs every submission that is checked by a package's own code."""
    file = checker(tmp_path, "import sys; return ' '.join(sys.modules)")
    loaded = set(str(said(process, file)).split())
    assert not loaded & {"dataclasses", "inspect", "hypothesis", "judge", "logging", "random"}
    assert not loaded & {"selectors", "socket", "subprocess", "typing_extensions"}
    assert len(loaded) < 85


def test_the_process_is_not_compiled_at_each_start(process: AuthorProcess, tmp_path: Path) -> None:
    """Which would take as long as all else that it does at its start: a script has no bytecode."""
    file = checker(tmp_path, "import sys; return sys.modules['author_main'].__cached__")
    assert str(said(process, file)).endswith(".pyc")
