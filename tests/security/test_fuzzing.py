"""Any bytes become a verdict: never an exception, and within bounds of time and memory."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from judge.verdict import Verdict
from sandbox import Ending
from sandbox.frames import HEADER, READ
from tests.security.fuzzing import CAP, NONCE, one_input, take_pieces, verdicts_of

ROOT = Path(__file__).resolve().parents[2]
#: What judging one answer of the largest size may cost a judge, in seconds of CPU and in bytes.
SECONDS = 20.0
MEMORY_BYTES = 3 * 1024**3

patient = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
WORDS = [
    b'{"ok":',
    b"}",
    b"[",
    b"]",
    b"{",
    b",",
    b":",
    b'"',
    b'"t":',
    b'"v":',
    b'"tuple"',
    b'"set"',
    b'"dict"',
    b'"int"',
    b'"0x',
    b'"float"',
    b'"other"',
    b'"type":',
    b'"text":',
    b'"node"',
    b'"tree"',
    b'"error":',
    b'"code":',
    b'"message":',
    b'"traceback":',
    b'"line":',
    b'"call":',
    b"null",
    b"true",
    b"NaN",
    b"Infinity",
    b"1e400",
    b"-0",
    b"9" * 5_000,
    b"\\ud800",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"[" * 300,
    b"0",
    b"-1",
    b"1.5",
    b" ",
    b"\x00",
]
NEARLY = st.lists(st.sampled_from(WORDS) | st.binary(max_size=4), max_size=30).map(b"".join)


@patient
@given(NEARLY | st.binary(max_size=200))
@example(b'{"ok":{"t":"tree","v":[{"t":"node","v":[1]},null,1e400]}}')
@example(b'{"error":{"code":"exception","type":"E","message":"","traceback":"","call":99}}')
@example(b'{"ok":[7]}')
@example(b'{"ok":[["01",[7]]]}')
@example(b'{"ok":[["01",["["]]]}')
def test_any_reply_becomes_a_verdict_in_every_problem(payload: bytes) -> None:
    """The decoder, every checker and the sentence of every shape take whatever is written."""
    one_input(payload)
    assert verdicts_of(payload) <= {
        Verdict.ACCEPTED,
        Verdict.WRONG_ANSWER,
        Verdict.RULE_VIOLATION,
        Verdict.RUN_TIME_ERROR,
        Verdict.OUTPUT_LIMIT_EXCEEDED,
    }


@pytest.mark.slow
@settings(patient, max_examples=20_000)
@given(NEARLY | st.binary(max_size=2_000))
def test_many_more_replies_become_verdicts(payload: bytes) -> None:
    """As above, for minutes."""
    one_input(payload)


@pytest.mark.slow
def test_a_fuzzer_that_sees_branches_finds_nothing() -> None:
    """atheris steers by coverage; it is installed by hand where somebody wants it."""
    if importlib.util.find_spec("atheris") is None:
        pytest.skip("atheris is not installed; it is not locked: pip install atheris")
    done = subprocess.run(
        [sys.executable, "-m", "tests.security.fuzz", "-max_total_time=120", "-max_len=4096"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=6))
def test_any_reads_of_a_pipe_are_a_frame_a_breach_or_not_yet_anything(pieces: list[bytes]) -> None:
    """However the reads are cut, nothing is raised and nothing is taken for an answer."""
    ended = take_pieces(pieces)
    assert ended is None or ended[0] in (Ending.BREACH, Ending.ANSWER_LIMIT)


def test_a_hundred_megabytes_are_refused_by_their_announcement() -> None:
    """The cap is held against the length that is announced, before any room is made."""
    announced = HEADER.pack(100_000_000, NONCE, READ)
    ended = take_pieces([announced])
    assert ended is not None
    assert ended[0] is Ending.ANSWER_LIMIT


def large(kind: str) -> bytes:
    """Return one of the payloads below, as long as the cap lets it be."""
    head, unit, tail = LARGE[kind]
    count = (CAP - len(head) - len(tail)) // len(unit)
    return head + (unit * count).rstrip(b",") + tail


#: As much as the cap lets through, of each kind that costs its reader more than it cost to write.
LARGE = {
    "zeros": (b'{"ok":[', b"0,", b"]}"),
    "empty lists": (b'{"ok":[', b"[],", b"]}"),
    "empty tuples": (b'{"ok":[', b'{"t":"tuple","v":[]},', b"]}"),
    "brackets": (b'{"ok":', b"[", b""),
    "objects": (b'{"ok":', b'{"t":', b""),
    "digits": (b'{"ok":', b"9", b"}"),
    "hexadecimal digits": (b'{"ok":{"t":"int","v":"0x', b"f", b'"}}'),
    "escapes": (b'{"ok":"', b"\\ud800", b'"}'),
    "quotes": (b'{"ok":', b'"', b""),
    "a set": (b'{"ok":{"t":"set","v":[', b"1,", b"]}}"),
    "floats": (b'{"ok":[', b"1e-99,", b"]}"),
    "nodes": (b'{"ok":{"t":"tree","v":[', b"null,", b"]}}"),
    "one text": (b'{"ok":"', b"x", b'"}'),
    "an error": (b'{"error":{"code":"', b"x", b'"}}'),
}
MEASURE = """
import resource, sys, time
from tests.security.fuzzing import judged, outcome_of, problems
from tests.security.test_fuzzing import MEMORY_BYTES, large
every = problems()
resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
moments = [time.process_time()]
outcome = outcome_of(large(sys.argv[1]))
for problem in every:
    judged(problem, outcome)
    moments.append(time.process_time())
print(max(later - sooner for sooner, later in zip(moments, moments[1:])))
"""


@pytest.mark.slow
@pytest.mark.parametrize("kind", list(LARGE))
def test_the_largest_replies_are_judged_within_bounds(kind: str) -> None:
    """Sixteen megabytes that were written to hurt: a verdict, in bounded time and memory."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, kind],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert float(done.stdout) < SECONDS
