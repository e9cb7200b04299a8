import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from judge.languages import PYTHON_GUEST
from sandbox import MIB, Policy, Sandbox, SandboxError, Tier, probe, strongest
from tests.processes import descendants, gone
from tests.sandbox.programs import called, started

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.needs("full")
def test_a_program_that_died_while_it_waited_is_nobodys_failure() -> None:
    """No submission was sent to it, so none may be blamed; the next program is another one."""
    before = set(descendants(os.getpid()))
    with Sandbox(Policy(Tier.FULL, memory_bytes=64 * MIB), PYTHON_GUEST) as sandbox:
        sandbox.prove()
        made = set(descendants(os.getpid())) - before
        [pid] = [pid for pid in made if not descendants(pid)]
        os.kill(pid, signal.SIGKILL)
        assert gone([pid])
        with pytest.raises(SandboxError, match="it ended while it waited"):
            sandbox.session()
        started(sandbox, "def f(a): return a\n").close()


@pytest.mark.needs("full")
def test_closing_leaves_nothing() -> None:
    """Server, wardens and waiting programs are gone, and every descriptor is back."""
    descriptors = len(os.listdir("/proc/self/fd"))
    before = set(descendants(os.getpid()))
    sandbox = Sandbox(Policy(Tier.FULL), PYTHON_GUEST, warm=3)
    started(sandbox, "def f(a): return a").close()
    left_open = started(sandbox, "def f(a): return a")
    made = [pid for pid in descendants(os.getpid()) if pid not in before]
    assert len(made) >= 3
    sandbox.close()
    assert gone(made)
    left_open.close()
    assert len(os.listdir("/proc/self/fd")) == descriptors


DYING = """
import sys
from judge.languages import PYTHON_GUEST
from sandbox import Policy, Sandbox, Tier
from tests.sandbox.programs import HEADER, GENEROUS, SOFT
sandbox = Sandbox(Policy(Tier(sys.argv[1])), PYTHON_GUEST, warm=2)
session = sandbox.session()
session.load(HEADER, b"import signal\\ndef f(a):\\n  while True: pass\\n", GENEROUS)
session.prepare(b"[0]", GENEROUS)
print("running", flush=True)
session.call(SOFT, __import__("sandbox").Limit(60, 60))
"""


@pytest.mark.needs("full")
@pytest.mark.parametrize("tier", list(Tier))
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_judge_that_dies_takes_everything_along(tier: Tier, number: int) -> None:
    """Killed in mid-call: no server, warden or program is left."""
    judge = subprocess.Popen(
        [sys.executable, "-c", DYING, tier.value],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert judge.stdout is not None
    with judge.stdout:
        assert judge.stdout.readline() == b"running\n"
        made = descendants(judge.pid)
        assert len(made) >= 3
        judge.send_signal(number)
        judge.wait()
    assert gone(made)


@pytest.mark.needs("full")
def test_many_sessions_leave_memory_and_descriptors_flat() -> None:
    """Two hundred programs later this process holds what it held."""
    with Sandbox(Policy(Tier.FULL), PYTHON_GUEST, warm=2) as sandbox:
        for _ in range(20):
            started(sandbox, "def f(a): return a").close()
        sandbox.prove()  # a program that is ready holds more descriptors than one that is not
        descriptors = len(os.listdir("/proc/self/fd"))
        for _ in range(200):
            started(sandbox, "def f(a): return a").close()
        sandbox.prove()
        assert len(os.listdir("/proc/self/fd")) == descriptors


def test_a_set_up_that_fails_names_its_step() -> None:
    """Fail closed: the step and the errno, never a weaker sandbox in silence."""
    policy = Policy(Tier.FULL, data_dir="/nonexistent/folder")
    with Sandbox(policy, PYTHON_GUEST) as sandbox, pytest.raises(SandboxError) as caught:
        sandbox.session()
    assert caught.value.step


def test_an_interpreter_that_cannot_start_is_named() -> None:
    """A server that ends at once is an error of the host, with its status."""
    with (
        Sandbox(Policy(Tier.LIMITS_ONLY), PYTHON_GUEST, interpreter=("/bin/false",)) as sandbox,
        pytest.raises(SandboxError, match=r"start the fork server|ask for a program"),
    ):
        sandbox.session()


def test_the_strongest_tier_that_works_is_taken() -> None:
    """A tier whose set-up fails is passed over; the next one is tried whole."""
    policy = Policy(Tier.FULL, memory_bytes=64 * MIB)
    with strongest(policy, PYTHON_GUEST, (Tier.LIMITS_ONLY,)) as sandbox:
        assert sandbox.tier is Tier.LIMITS_ONLY
        assert set(sandbox.missing) >= {"namespaces", "landlock", "seccomp"}
        session = started(sandbox, "def f(a): return a")
        assert called(session).replied
        session.close()


@pytest.mark.needs("full")
def test_the_probe_finds_what_this_host_gives() -> None:
    """Every layer is there where the test machine promises tier full."""
    host = probe(PYTHON_GUEST)
    assert host.tier is Tier.FULL
    available = {layer.name for layer in host.layers if layer.available}
    assert available >= {"namespaces", "landlock", "seccomp", "cpu clock", "limits"}


UMASKED = """
import os, sys
os.umask(int(sys.argv[1], 8))
from judge.languages import PYTHON_GUEST
from sandbox import Policy, Sandbox, Tier
from tests.sandbox.programs import GENEROUS, called, started
with Sandbox(Policy(Tier.FULL), PYTHON_GUEST) as sandbox:
    session = started(sandbox, "import os\\ndef f(a): return oct(os.umask(0))")
    assert called(session, 1).replied
    print(session.read(GENEROUS).payload.decode())
    session.close()
"""


@pytest.mark.needs("full")
@pytest.mark.parametrize("umask", ["0", "022", "027", "077", "0777"])
def test_the_callers_umask_decides_nothing(umask: str) -> None:
    """Hardened hosts start services with umask 027 or 077; programs still get into their root."""
    done = subprocess.run(
        [sys.executable, "-c", UMASKED, umask],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == '{"ok":"0o22"}\n', done.stderr
