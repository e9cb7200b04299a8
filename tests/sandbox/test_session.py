import fcntl
import os
import signal
import struct
import threading
import time
from pathlib import Path

import pytest

from judge.languages import PYTHON_GUEST
from judge.values.replies import Raised, Returned, decode_reply
from sandbox import MIB, Ending, Limit, Policy, Sandbox, SandboxError, Tier, cgroups
from tests.processes import children, descendants
from tests.sandbox.programs import GENEROUS, called, played, started
from tests.waiting import until

pytestmark = pytest.mark.needs("full")

SHORT = Limit(cpu_seconds=0.3, wall_seconds=2.0)


def answer(sandbox: Sandbox, source: str, argument: object = 0) -> object:
    session = started(sandbox, source)
    assert called(session, argument).replied
    reply = decode_reply(session.read(GENEROUS).payload)
    session.close()
    assert isinstance(reply, Returned)
    return reply.value


def test_a_program_answers(full: Sandbox) -> None:
    """What goes in comes out, by way of the submitted function."""
    assert answer(full, "def f(a): return a[::-1]", [1, 2, 3]) == [3, 2, 1]


def test_the_root_is_nearly_empty(full: Sandbox) -> None:
    """No home, no /etc, no /proc: what is not there cannot be read."""
    seen = answer(
        full,
        "import os\ndef f(a): return [os.path.exists(p) for p in a]",
        ["/etc/passwd", "/proc/self", "/sys", "/home", "/root/.bashrc", "/dev/null"],
    )
    assert seen == [False, False, False, False, False, True]


def test_the_program_is_not_the_first_process(full: Sandbox) -> None:
    """Process 1 of a namespace ignores its own signals (pid_namespaces(7))."""
    assert answer(full, "import os\ndef f(a): return [os.getpid(), os.getppid()]") == [2, 1]


def test_the_lock_down_is_seen_from_outside(full: Sandbox) -> None:
    """no_new_privs, seccomp and no capabilities, before any source is sent."""
    session = full.session()
    pid = session.pid
    status = dict(
        line.split(":\t")
        for line in Path(f"/proc/{pid}/status").read_text().splitlines()
        if ":\t" in line
    )
    assert (status["Seccomp"], status["NoNewPrivs"]) == ("2", "1")
    assert {int(status[name], 16) for name in ("CapPrm", "CapEff", "CapBnd", "CapAmb")} == {0}
    assert status["Seccomp_filters"] == "2"
    own = {name: os.readlink(f"/proc/self/ns/{name}") for name in NAMESPACES}
    its = {name: os.readlink(f"/proc/{pid}/ns/{name}") for name in NAMESPACES}
    session.close()
    assert all(own[name] != its[name] for name in NAMESPACES)


NAMESPACES = ("user", "mnt", "pid", "net", "ipc", "uts")


def test_an_endless_loop_ends_by_the_cpu_clock(full: Sandbox) -> None:
    """Our reading of the CPU clock decides, and the traceback names the line."""
    _, step = played(full, "def f(a):\n    while True:\n        pass\n", SHORT)
    assert step.ending is Ending.CPU_LIMIT
    assert step.cpu_seconds > SHORT.cpu_seconds
    reply = decode_reply(step.payload)
    assert isinstance(reply, Raised)
    assert reply.info.line in (2, 3)


def test_sleeping_ends_by_the_wall_clock(full: Sandbox) -> None:
    """A sleeper uses no CPU time and is stopped all the same."""
    limit = Limit(cpu_seconds=0.3, wall_seconds=0.4)
    _, step = played(full, "import time\ndef f(a): time.sleep(60)", limit)
    assert step.ending is Ending.WALL_LIMIT
    assert step.cpu_seconds < 0.3


def test_a_loop_in_c_cannot_outlive_the_grace(full: Sandbox) -> None:
    """No Python signal handler runs inside C code; the kill comes from outside."""
    began = time.monotonic()
    _, step = played(full, "def f(a): return sum(range(10**12))", SHORT)
    assert step.ending is Ending.CPU_LIMIT
    assert time.monotonic() - began < 20  # a generous guard


def test_growing_memory_ends_by_our_counter(full: Sandbox) -> None:
    """Many small allocations: the kernel's counter or the resident peak says so."""
    source = "def f(a):\n    x = []\n    while True: x.append(bytearray(10**6))\n"
    _, step = played(full, source)
    assert step.ending is Ending.MEMORY_LIMIT


def test_one_huge_allocation_is_seen_by_the_witness(full: Sandbox) -> None:
    """MemoryError inside, and outside the size that was asked for."""
    session, step = played(full, "def f(a): return [0] * 10**10")
    assert step.replied
    assert session.usage().refused_bytes >= 8 * 10**10


def test_a_memory_error_by_hand_is_no_refusal(full: Sandbox) -> None:
    """Anybody can raise MemoryError; the counter stays at zero."""
    session, _ = played(full, "def f(a): raise MemoryError")
    assert session.usage().refused_bytes == 0


def test_the_peak_is_what_the_program_took(full: Sandbox) -> None:
    """A program that holds 20 MB is reported with 20 MB above an idle sandbox."""
    session, step = played(full, "def f(a):\n    x = bytearray(20 * 10**6)\n    return len(x)")
    assert step.replied
    peak = session.usage().peak_bytes
    assert peak is not None
    assert 19_000_000 < peak < 26_000_000


def test_a_flood_of_prints_ends_at_the_cap(full: Sandbox) -> None:
    """stdout is counted while it flows, and only its beginning is kept."""
    session, step = played(full, "def f(a):\n    while True: print('x' * 10000)\n")
    assert step.ending is Ending.PRINTED_LIMIT
    assert len(session.usage().printed) == full.policy.kept_bytes


def test_an_answer_over_the_cap_is_refused() -> None:
    """The length field is looked at before any byte is kept."""
    policy = Policy(Tier.FULL, answer_bytes=1000)
    with Sandbox(policy, PYTHON_GUEST) as sandbox:
        session = started(sandbox, "def f(a): return 'x' * 2000")
        assert called(session).replied
        assert session.read(GENEROUS).ending is Ending.ANSWER_LIMIT


@pytest.mark.parametrize(
    ("source", "act"),
    [
        ("import os\ndef f(a): os.fork()", "process creation"),
        ("import os\ndef f(a): os.system('true')", "process creation"),
        ("import os\ndef f(a): os.execv('/bin/true', ['true'])", "process creation"),
        ("import subprocess\ndef f(a): subprocess.run(['true'])", "process creation"),
        ("import socket\ndef f(a): socket.socket()", "network"),
    ],
)
def test_forbidden_acts_are_seen_from_outside(full: Sandbox, source: str, act: str) -> None:
    """The supervisor itself saw the call, so a rule violation is proven."""
    _, step = played(full, source)
    assert step.ending is Ending.VIOLATION
    assert act in step.violations


def test_a_swallowed_refusal_is_a_violation_still(full: Sandbox) -> None:
    """Catching PermissionError does not unmake the attempt."""
    source = "import os\ndef f(a):\n    try: os.fork()\n    except OSError: return 1\n"
    _, step = played(full, source)
    assert step.ending is Ending.VIOLATION


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ("os._exit(0)", "status 0"),
        ("os._exit(77)", "status 77"),
        ("os.kill(os.getpid(), 11)", "SIGSEGV"),
        ("os.abort()", "SIGABRT"),
        ("os.kill(os.getpid(), 9)", "killed"),
    ],
)
def test_an_early_end_is_no_limit_and_no_success(full: Sandbox, body: str, detail: str) -> None:
    """Whatever signal or status a program chooses, it has only ended."""
    _, step = played(full, f"import os\ndef f(a): {body}")
    assert step.ending is Ending.EXITED
    assert detail in step.detail


def test_bytes_on_the_reply_channel_are_a_breach(full: Sandbox) -> None:
    """Descriptor 4 is the program's to misuse: a frame without the nonce is no answer."""
    _, step = played(full, "import os\ndef f(a): os.write(4, bytes(64))")
    assert step.ending is Ending.BREACH


def test_closing_the_reply_channel_is_an_early_end(full: Sandbox) -> None:
    """Nobody waits for a verdict that cannot come."""
    _, step = played(full, "import os\ndef f(a): os.close(4)")
    assert step.ending is Ending.EXITED


def test_threads_run_and_their_time_counts(full: Sandbox) -> None:
    """The process CPU clock counts every thread."""
    source = (
        "import threading, time\n"
        "def spin():\n    end = time.process_time() + 0.2\n"
        "    while time.process_time() < end: pass\n"
        "def f(a):\n    t = threading.Thread(target=spin); t.start(); t.join()\n"
    )
    _, step = played(full, source)
    assert step.replied
    assert step.cpu_seconds >= 0.19


def test_work_between_frames_is_charged(full: Sandbox) -> None:
    """A thread that works on after the answer is charged to the next step."""
    source = (
        "import threading, time\n"
        "def spin():\n    end = time.process_time() + 0.3\n"
        "    while time.process_time() < end: pass\n"
        "def f(a):\n    threading.Thread(target=spin).start()\n"
    )
    session = started(full, source)
    first = called(session)
    until(lambda: session.usage().cpu_seconds >= 0.3)
    second = session.read(GENEROUS)
    session.close()
    assert first.replied
    assert first.cpu_seconds + second.cpu_seconds >= 0.28


def test_the_scratch_is_ones_own_and_gone(full: Sandbox) -> None:
    """A file in the scratch is readable by its maker and by nobody after."""
    source = (
        "import os\ndef f(a):\n    seen = os.listdir('.')\n    open('x', 'w').write('1')\n"
        "    return seen"
    )
    assert answer(full, source) == []
    assert answer(full, source) == []


@pytest.mark.parametrize("path", ["/x", "/dev/x", os.path.realpath(os.__file__)])
def test_nothing_outside_the_scratch_can_be_written(full: Sandbox, path: str) -> None:
    """The root is read-only all through."""
    _, step = played(full, f"def f(a): open({path!r}, 'a').write('1')")
    reply = decode_reply(step.payload)
    assert isinstance(reply, Raised)
    assert reply.info.type in ("OSError", "PermissionError")


def test_a_session_that_has_ended_is_not_used_again(full: Sandbox) -> None:
    """Single-use: a dead program is never asked anything."""
    session, _ = played(full, "def f(a): return a")
    with pytest.raises(SandboxError, match="it has ended"):
        session.read(GENEROUS)


def test_landlock_hides_files_without_namespaces(landlock: Sandbox) -> None:
    """Inside a container Landlock and seccomp stand alone."""
    _, step = played(landlock, "def f(a): return open('/etc/passwd').read()")
    reply = decode_reply(step.payload)
    assert isinstance(reply, Raised)
    assert reply.info.type == "PermissionError"
    _, forked = played(landlock, "import os\ndef f(a): os.fork()")
    assert forked.ending is Ending.VIOLATION


def test_limits_only_keeps_the_outside_clock(limits_only: Sandbox) -> None:
    """The weakest tier still ends a loop from outside and bounds memory."""
    _, step = played(limits_only, "def f(a):\n    while True: pass\n", SHORT)
    assert step.ending in (Ending.CPU_LIMIT, Ending.WALL_LIMIT)
    source = "def f(a):\n    x = []\n    while True: x.append(bytearray(10**6))\n"
    _, grown = played(limits_only, source)
    reply = decode_reply(grown.payload)
    refused = isinstance(reply, Raised) and reply.info.type == "MemoryError"
    assert grown.ending is Ending.MEMORY_LIMIT or refused


def test_a_cgroup_that_keeps_no_peak_leaves_it_to_the_resident_one(
    full: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As version 2 before Linux 5.19: it bounds memory all the same."""
    monkeypatch.setattr("sandbox.cgroups.Group.records_peak", False)
    session, step = played(full, "def f(a):\n    return len(bytearray(20_000_000))\n")
    assert step.replied
    for _ in range(2):
        used = session.usage()
        assert used.memory_method == "resident"
        assert used.peak_bytes is not None
        assert 15_000_000 < used.peak_bytes < 40_000_000
        session.close()


def test_memory_is_capped_by_the_fallback_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a cgroup the resident peak is the counter, and names itself."""
    monkeypatch.setattr("sandbox.cgroups.find", lambda: None)
    with Sandbox(Policy(Tier.FULL, memory_bytes=64 * MIB), PYTHON_GUEST) as sandbox:
        source = "def f(a):\n    x = []\n    while True: x.append(bytearray(10**6))\n"
        session, step = played(sandbox, source)
        assert step.ending is Ending.MEMORY_LIMIT
        assert session.usage().memory_method == "resident"


@pytest.mark.parametrize("tier", [Tier.FULL, Tier.LANDLOCK])
@pytest.mark.parametrize("victim", ["warden", "server"])
def test_a_lost_warden_is_no_failure_of_the_program(tier: Tier, victim: str) -> None:
    """No program can end what watches it: the host did, and that is never a verdict."""
    with Sandbox(Policy(tier, memory_bytes=64 * MIB), PYTHON_GUEST) as sandbox:
        session = started(sandbox, "import time\ndef f(a): time.sleep(5)")
        assert session.prepare(b"[0]", GENEROUS).replied
        [warden] = [pid for pid in descendants(os.getpid()) if session.pid in children(pid)]
        [server] = [pid for pid in descendants(os.getpid()) if warden in children(pid)]
        pid = warden if victim == "warden" else server
        threading.Timer(0.2, os.kill, (pid, signal.SIGKILL)).start()
        with pytest.raises(SandboxError, match="warden"):
            session.call(b"{}", GENEROUS)
        assert session.ended


def test_a_crash_wakes_no_handler_of_the_host(full: Sandbox) -> None:
    """A limit of 1 is what stops a dump into a program; the limit of 0 does not."""
    session = full.session()
    limits = Path(f"/proc/{session.pid}/limits").read_text().splitlines()
    session.close()
    assert next(line.split()[4:6] for line in limits if "core" in line) == ["1", "1"]


def test_the_file_of_a_program_goes_with_it() -> None:
    """Where there is no scratch: neither many programs nor a dead server leave files behind."""
    policy = Policy(Tier.LANDLOCK, memory_bytes=64 * MIB, own_file=True)
    running = set(children(os.getpid()))
    with Sandbox(policy, PYTHON_GUEST) as sandbox:
        for _ in range(4):
            sandbox.session().close()
        sandbox.prove()
        assert sandbox._files is not None  # other judges have such folders in the same place
        folder = Path(sandbox._files)
        until(lambda: len(list(folder.iterdir())) == 1)
        [server] = set(children(os.getpid())) - running
        os.kill(server, signal.SIGKILL)
    assert not folder.exists()


#: The kernel frees the stack of a thread a moment after it was joined, and two are too many.
STACKS = """
import threading, time
threading.stack_size(512 << 20)
def start(thread):
    while True:
        try:
            return thread.start()
        except RuntimeError:
            time.sleep(0.01)
def f(a):
    sizes = []
    for n in range(a):
        thread = threading.Thread(target=lambda: sizes.append(threading.stack_size(1 << 28)))
        start(thread)
        thread.join()
    threading.stack_size()
    start(threading.Thread(target=int))
    return sizes[-1]
"""


@pytest.mark.needs("linux", "full")
def test_threads_start_whatever_stack_is_asked_for(full: Sandbox) -> None:
    """A habit before deep recursion; the default is not the main thread's stack either."""
    assert answer(full, STACKS, 8) == 64 * MIB


LOCKED = """
import fcntl, os
def f(a):
    with open(a, "rb") as shared:
        for act in (lambda: fcntl.flock(shared, fcntl.LOCK_EX), lambda: fcntl.lockf(shared, 1)):
            try:
                act()
            except OSError as error:
                return error.errno
        ask = fcntl.fcntl(shared, fcntl.F_GETLK, b"\\x01" + bytes(31))
        print("asked", ask[0])
        return "locked"
"""


@pytest.mark.needs("linux", "full")
def test_a_lock_inside_is_pretended(full: Sandbox) -> None:
    """It succeeds, as of a program that is alone with its files, and nobody else can see it."""
    shared = os.path.realpath(os.__file__)
    session = started(full, LOCKED)
    assert called(session, shared).replied
    reply = decode_reply(session.read(GENEROUS).payload)
    assert isinstance(reply, Returned)
    assert reply.value == "locked"
    with Path(shared).open("rb") as same:
        fcntl.flock(same, fcntl.LOCK_EX | fcntl.LOCK_NB)  # raises while another holds it
        held = fcntl.fcntl(same, fcntl.F_GETLK, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0))
        assert struct.unpack_from("h", held)[0] == fcntl.F_UNLCK
    assert session.take_printed().first == f"asked {fcntl.F_UNLCK}\n".encode()
    session.close()


MAPPED = """
import mmap, time
def f(a):
    with open("/data/large", "rb") as file, mmap.mmap(file.fileno(), 0, access=1) as view:
        assert view.rfind(b"x") < 0
        blocks = [bytearray(b"x") * (6 << 20) for _ in range(a)]
        time.sleep(0.1)
    return len(blocks)
"""


@pytest.mark.needs("linux", "full")
@pytest.mark.parametrize("counted", [True, False], ids=["cgroup", "resident"])
def test_a_file_that_is_mapped_is_no_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counted: bool
) -> None:
    """It may be larger than the limit; what a program takes beside it still counts."""
    if not counted:
        monkeypatch.setattr(cgroups, "find", lambda: None)
    (tmp_path / "large").write_bytes(bytes(96 * MIB))
    tmp_path.chmod(0o755)
    policy = Policy(Tier.FULL, memory_bytes=64 * MIB, data_dir=str(tmp_path))
    with Sandbox(policy, PYTHON_GUEST) as sandbox:
        for blocks, ending in ((2, Ending.REPLY), (14, Ending.MEMORY_LIMIT)):
            session = started(sandbox, MAPPED)
            session.show("large")
            step = called(session, blocks)
            session.close()
            assert step.ending is ending
        session = started(sandbox, MAPPED)
        session.show("large")
        assert called(session, 3).replied
        session.close()
        peak = session.usage().peak_bytes
        assert peak is not None
        assert 18 * MIB <= peak < 48 * MIB
