import json
import os
import signal
import time
from typing import Any

import pytest

from judge.kinds import kind_of
from judge.values.interface import Interface, Parameter, Shape
from judge.values.replies import Loaded, Raised, Returned, decode_load
from sandbox import frames
from tests.judge.languages.python.guest.driver import KTH, LCA, Ended, Guest


def answer(source: str, *arguments: Any, soft_seconds: float = 20.0) -> Any:
    with Guest() as guest:
        loaded = guest.load(source)
        assert isinstance(loaded, Loaded), loaded
        return guest.play(*(arguments or (1,)), soft_seconds=soft_seconds)


def printed(source: str, calls: int = 1) -> bytes:
    with Guest() as guest:
        guest.load(source)
        for _ in range(calls):
            guest.play(1)
        return guest.printed()


def test_the_channel_s_end_is_the_runner_s_end() -> None:
    """The runner leaves quietly when the judge closes the channel."""
    with Guest() as guest:
        assert guest.close() == 0


def test_a_request_split_into_single_bytes_is_still_one_request() -> None:
    """The runner reads as much as comes and waits for the rest."""
    with Guest() as guest:
        guest.load("def f(a): return a")
        request = frames.frame(frames.PREPARE, bytes(16), b"[5]")
        for place in range(len(request) - 1):
            guest.send(request[place : place + 1])
        time.sleep(0.05)
        guest.send(request[-1:])
        assert len(guest.exactly(frames.HEADER.size + len(b'{"ok":null}'))) == 32
        guest.call()
        assert guest.read() == Returned(5)


def test_requests_sent_ahead_are_answered_in_order() -> None:
    """Bytes that came with an earlier request are not lost."""
    with Guest() as guest:
        guest.load("def f(a): return a")
        nonces = [os.urandom(16) for _ in range(3)]
        kinds = (frames.PREPARE, frames.CALL, frames.READ)
        payloads = (b"[7]", b'{"soft_seconds":5}', b"")
        guest.send(b"".join(map(frames.frame, kinds, nonces, payloads)))
        replies = guest.exactly(3 * frames.HEADER.size + 2 * 11 + len(b'{"ok":7}'))
        assert [nonce in replies for nonce in nonces] == [True] * 3
        assert replies.endswith(b'{"ok":7}')


def test_megabytes_go_in_and_out() -> None:
    """Requests and answers far larger than a pipe holds arrive whole."""
    numbers = list(range(500_000))
    assert answer("def f(a): return a[::-1]", numbers) == Returned(numbers[::-1])


def test_requests_before_a_submission_are_refused_in_words() -> None:
    """The runner does not fall over requests in the wrong order."""
    with Guest() as guest:
        for reply in (guest.prepare(1), guest.call(), guest.read()):
            assert isinstance(reply, Raised)
            assert reply.info.code == "arguments"


def test_the_answer_is_what_it_is_at_the_read() -> None:
    """Nothing is encoded before the timed call has ended."""
    source = "kept = []\ndef f(a):\n    kept.append(a)\n    return kept"
    with Guest() as guest:
        guest.load(source)
        guest.prepare(1)
        guest.call()
        assert guest.read() == Returned([1])


def test_calls_share_one_process_and_cases_are_forgotten() -> None:
    """State of the module lives on between cases; the last answer does not."""
    with Guest() as guest:
        guest.load("n = 0\ndef f(a):\n    global n\n    n += a\n    return n")
        assert [guest.play(2) for _ in range(3)] == [Returned(2), Returned(4), Returned(6)]
        assert guest.read() == Returned(None)


@pytest.mark.parametrize(
    ("raised", "kind", "code"),
    [
        ("1 / 0", "ZeroDivisionError", "exception"),
        ("raise SystemExit(0)", "SystemExit", "exit"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt", "exception"),
        ("raise GeneratorExit", "GeneratorExit", "exception"),
        ("return f(a)", "RecursionError", "exception"),
        ("return input()", "EOFError", "exception"),
        ("return sys.stdin.read() + open(0).read() + [][0]", "IndexError", "exception"),
        ("raise MemoryError", "MemoryError", "exception"),
        ("return f.missing", "AttributeError", "exception"),
        ("exit()", "SystemExit", "exit"),
        ("import nothing_like_this", "ModuleNotFoundError", "exception"),
    ],
)
def test_what_a_call_raises_is_told_with_its_line(raised: str, kind: str, code: str) -> None:
    """Every exception, also those that usually end a program, is an error of its type."""
    with Guest() as guest:
        guest.load(f"def f(a):\n    {raised}")
        reply = guest.play(1)
        assert isinstance(reply, Raised)
        assert (reply.info.type, reply.info.code, reply.info.line) == (kind, code, 2)
        assert isinstance(guest.play(1), Raised)  # and the runner lives on


def test_the_soft_limit_tells_the_running_line() -> None:
    """timeout-decorator interrupts the call; `except Exception` does not swallow it."""
    source = (
        "def f(a):\n    while True:\n        try:\n            a = a + 1\n"
        "        except Exception:\n            pass"
    )
    reply = answer(source, soft_seconds=0.2)
    assert (reply.info.code, reply.info.type) == ("soft_limit", "TimeoutError")
    assert reply.info.line in {2, 3, 4}
    assert 'File "solution.py"' in reply.info.traceback
    assert "timeout_decorator" not in reply.info.traceback


def test_the_judge_s_signal_stops_a_call_at_the_running_line() -> None:
    """When the CPU limit passes before the wall time does, the judge sends SIGALRM itself."""
    with Guest() as guest:
        guest.load("def f(a):\n    while True: pass")
        guest.prepare(1)
        request = frames.frame(frames.CALL, bytes(16), b'{"soft_seconds":60}')
        guest.send(request)
        while not guest.answers_within(0.2):
            guest.signal(signal.SIGALRM)
        length, _, _ = frames.HEADER.unpack(guest.exactly(frames.HEADER.size))
        assert json.loads(guest.exactly(length))["error"]["code"] == "soft_limit"


def test_a_late_signal_does_not_kill_an_idle_program() -> None:
    """A limit that fires just after the reply was sent changes nothing."""
    with Guest() as guest:
        guest.load("def f(a): return a")
        guest.signal(signal.SIGALRM)
        assert guest.play(1) == Returned(1)


def test_the_soft_limit_ends_with_the_call() -> None:
    """No timer is left behind to hit the next step."""
    with Guest() as guest:
        guest.load("def f(a): return a")
        assert guest.play(1, soft_seconds=0.5) == Returned(1)
        time.sleep(0.8)
        assert guest.play(2, soft_seconds=20) == Returned(2)


def test_prints_come_out_by_the_line_and_at_the_end_of_a_call() -> None:
    """Printed text is kept apart from answers, whatever it holds."""
    source = 'def f(a):\n    print("x\\ud800ü", end="")\n    sys.stderr.write("e")'
    assert printed(source, 2) == b"x\\ud800\xc3\xbcex\\ud800\xc3\xbce"


def test_the_last_line_before_a_crash_is_seen() -> None:
    """Line buffering: what was printed before the process died has left it."""
    with Guest() as guest:
        guest.load("import os\ndef f(a):\n    print('before')\n    os._exit(7)")
        with pytest.raises(Ended) as ended:
            guest.play(1)
        assert ended.value.status == 7
        assert guest.printed() == b"before\n"


HARMS_ITSELF = {
    "json": "import json, _json\njson.dumps = json.loads = json.JSONEncoder = None\n"
    "json.encoder.c_make_encoder = _json.make_encoder = None",
    "os": "import os\nos.read = os.write = None",
    "streams": "sys.stdout.close(); sys.stderr = None; sys.stdin = None",
    "time and signal": "import signal\ntime.time = signal.alarm = None",
    "modules": "for n in [n for n in sys.modules if n.startswith('sandbox')]: del sys.modules[n]",
    "recursion": "sys.setrecursionlimit(60)",
    "digits": "sys.set_int_max_str_digits(640)",
    "collector": "import gc; gc.disable()",
    "hooks": "sys.excepthook = sys.unraisablehook = None\nsys.displayhook = None",
    "solution": "del sys.modules['solution']",
    "breakpoint": "breakpoint()",
    "alarm ignored": "import signal; signal.signal(signal.SIGALRM, signal.SIG_DFL)",
    "threads": "import threading\nthreading.Thread(target=time.sleep, args=(30,), daemon=True)"
    ".start()",
}


@pytest.mark.parametrize("harm", HARMS_ITSELF.values(), ids=HARMS_ITSELF.keys())
def test_a_submission_that_breaks_its_surroundings_still_answers(harm: str) -> None:
    """Patched modules and built-ins do not reach the runner's own copies."""
    source = f"{harm}\ndef f(a):\n    return [(1, 2), {{3}}, 10 ** 1000, 'x', [a]]"
    assert answer(source) == Returned([(1, 2), {3}, 10**1000, "x", [1]])


def test_replaced_built_ins_hurt_only_those_who_replaced_them() -> None:
    """The runner reads, plays, encodes and describes with built-ins of its own."""
    source = (
        "import builtins\nNAMES = 'len map set id sorted next min zip hasattr'\n"
        "def f(a):\n    for n in NAMES.split(): setattr(builtins, n, setattr)\n    return [(1, a)]"
    )
    with Guest() as guest:
        guest.load(source)
        assert guest.play(2) == Returned([(1, 2)])
        assert guest.play({"k": 3}) == Returned([(1, {"k": 3})])


def test_multiprocessing_and_vendored_modules_import_as_usual() -> None:
    """The short cut behind timeout-decorator leaves nothing odd for a submission to find."""
    source = (
        "import multiprocessing, timeout_decorator, sortedcontainers\n"
        "def f(a):\n    return [multiprocessing.cpu_count() > 0,"
        " list(sortedcontainers.SortedList([2, 1])), list(SortedDict({3: 1}))]"
    )
    assert answer(source) == Returned([True, [1, 2], [3]])


@pytest.mark.parametrize("name", ["judge", "problems", "tests", "timeout_decorator.missing"])
def test_the_judge_s_own_packages_are_not_importable(name: str) -> None:
    """The server knows where they are, and no path of a program leads there."""
    reply = answer(f"def f(a):\n    import {name}")
    assert reply.info.type == "ModuleNotFoundError"


CHAIN = 10_000


def test_a_lowest_common_ancestor_is_found_on_a_deep_chain() -> None:
    """The whole road of the first problem: tree in, node out, on a 10,000-node chain."""
    source = (
        "class Solution:\n    def lowestCommonAncestor(self, root, p, q):\n"
        "        if root in (None, p, q): return root\n"
        "        l = self.lowestCommonAncestor(root.left, p, q)\n"
        "        r = self.lowestCommonAncestor(root.right, p, q)\n"
        "        return root if l and r else l or r\n"
    )
    chain: list[int | None] = [0]
    for value in range(1, CHAIN):
        chain += [value, None]
    with Guest() as guest:
        guest.load(source, LCA)
        reply = guest.play(chain, CHAIN - 1, CHAIN - 2)
        assert isinstance(reply, Returned)
        assert reply.value.value == CHAIN - 2


def test_an_answer_of_too_many_values_is_named_as_such() -> None:
    """An answer that the judge would refuse for its size is not sent at all."""
    reply = answer("def f(a): return [[0]] * 3_000_000")
    assert reply.info.code == "answer_limit"


def test_arguments_that_do_not_fit_are_the_judge_s_fault() -> None:
    """A node that its tree does not hold is told apart from the submission's errors."""
    interface = Interface(
        "function",
        ("f",),
        (Parameter("p", "TreeNode", Shape.NODE, of="a"), Parameter("a", "TreeNode", Shape.TREE)),
    )
    with Guest() as guest:
        guest.load("def f(p, a): return p.val", interface)
        assert guest.play(2, [1, 2]) == Returned(2)
        reply = guest.play(9, [1, 2])
        assert isinstance(reply, Raised)
        assert reply.info.code == "arguments"


def test_an_implementation_does_not_inherit_the_recursion_limit_of_the_last_one() -> None:
    """Those that a suite of tests is played on follow one another in one program."""
    low = b"import sys\ndef kth_largest(nums, k):\n    sys.setrecursionlimit(99)\n    return 7"
    deep = b"def kth_largest(nums, k): return kth_largest(nums, k - 1) if k else 8"
    header = json.dumps({"interface": {**kind_of(KTH).header(KTH), "remote": True}}).encode()
    with Guest() as guest:
        for source, answer in ((low, b'{"ok":7}'), (deep, b'{"ok":8}')):
            loaded = guest.ask(frames.LOAD, frames.load_payload(header, source))
            assert isinstance(decode_load(loaded), Loaded)
            assert guest.ask(frames.CALL, b"[[1],500]") == answer
