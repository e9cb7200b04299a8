"""An interpreter that is started before it is known what it shall serve."""

import os
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from judge.languages import PYTHON_GUEST
from sandbox import MIB, Guest, Policy, Sandbox, SandboxError, Tier
from sandbox.launching import Launched
from tests.processes import children, gone, state
from tests.sandbox.programs import called, started
from tests.waiting import until

SOURCE = "def f(a): return a\n"


@pytest.mark.needs("full")
def test_what_was_launched_serves_the_policy_that_comes_later() -> None:
    """No second interpreter is started."""
    launched, policy = Launched(PYTHON_GUEST), Policy(Tier.FULL, memory_bytes=64 * MIB)
    before = children(os.getpid())
    with Sandbox(policy, PYTHON_GUEST, launched=launched) as sandbox:
        session = started(sandbox, SOURCE)
        assert called(session).replied
        assert children(os.getpid()) == before
        session.close()
    assert gone([launched.process.pid])


@pytest.mark.needs("full")
def test_an_interpreter_keeps_the_bytecode_of_what_it_serves(tmp_path: Path) -> None:
    """Nobody else imports the guest: after an update each start would compile it again."""
    folder = tmp_path / "guest"
    shutil.copytree(PYTHON_GUEST.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    guest = replace(PYTHON_GUEST, folder=str(folder))
    with Sandbox(Policy(Tier.FULL), guest) as sandbox:
        started(sandbox, SOURCE).close()
    kept = {path.name.partition(".")[0] for path in (folder / "__pycache__").iterdir()}
    assert {"runner", "entry", "values"} <= kept


@pytest.mark.needs("full")
@pytest.mark.parametrize("unfit", ["another hash seed", "dead"])
def test_one_that_does_not_fit_is_ended_and_another_started(unfit: str) -> None:
    """The hash seed is read when an interpreter starts, and cannot be changed."""
    launched = Launched(PYTHON_GUEST)
    if unfit == "dead":
        launched.process.kill()
        launched.process.wait()
    seed = 7 if unfit == "another hash seed" else 0
    with Sandbox(Policy(Tier.FULL, hash_seed=seed), PYTHON_GUEST, launched=launched) as sandbox:
        assert gone([launched.process.pid])
        started(sandbox, SOURCE).close()


def test_one_that_is_never_used_ends_when_it_is_closed() -> None:
    """Also when its launcher closes it twice."""
    launched = Launched(PYTHON_GUEST)
    assert launched.alive
    launched.close()
    launched.close()
    assert launched.process.returncode == 0


@pytest.mark.needs("linux")
def test_one_whose_launcher_is_killed_ends_by_itself() -> None:
    """It has been told nothing yet, and waits for end of file."""
    code = (
        "from sandbox import Launched; from judge.languages import PYTHON_GUEST; import time\n"
        "print(Launched(PYTHON_GUEST).process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as launcher:
        assert launcher.stdout is not None
        pid = int(launcher.stdout.readline())
        assert state(pid)
        launcher.kill()
    assert gone([pid])


def test_a_server_that_cannot_start_tells_each_who_asks() -> None:
    """The step that failed is told again, not only to the first."""
    with Sandbox(Policy(Tier.LIMITS_ONLY), PYTHON_GUEST, interpreter=("false",)) as sandbox:
        for ask in (sandbox.prove, sandbox.session, sandbox.prove):
            with pytest.raises(SandboxError, match="start the fork server"):
                ask()


def test_an_interpreter_that_cannot_be_run_is_an_error_with_its_step() -> None:
    """And no descriptor stays open behind it."""
    with pytest.raises(SandboxError, match="start the fork server"):
        Launched(PYTHON_GUEST, interpreter=("/nowhere/python",))


@pytest.mark.needs("full")
def test_proved_ahead_a_program_is_ready_when_it_is_asked_for() -> None:
    """And who closes the sandbox meanwhile waits for that."""
    with Sandbox(Policy(Tier.FULL, memory_bytes=64 * MIB), PYTHON_GUEST) as sandbox:
        sandbox.prove_ahead()
        sandbox.prove()
        assert sandbox._waiting[0].program.has_answered() is False  # taken in already
        started(sandbox, SOURCE).close()
    with Sandbox(Policy(Tier.FULL, memory_bytes=64 * MIB), PYTHON_GUEST) as sandbox:
        sandbox.prove_ahead()
    until(lambda: all(each.name != "prove the sandbox" for each in threading.enumerate()))


@pytest.mark.needs("full")
def test_programs_that_are_expected_are_made_ready_together() -> None:
    """They are handed out in turn, no more are asked for, and closing waits for none of them."""
    with Sandbox(Policy(Tier.FULL, memory_bytes=64 * MIB), PYTHON_GUEST) as sandbox:
        sandbox.expect(3)
        assert sandbox.waiting == 3
        until(lambda: all(waiting.program.pid for waiting in sandbox._waiting))
        for _ in range(3):
            started(sandbox, SOURCE).close()
        assert sandbox.waiting == 1
        sandbox.expect(2)
    sandbox.expect(2)
    assert sandbox.waiting == 0


@pytest.mark.needs("full")
def test_a_sandbox_that_rests_makes_no_program_in_place_of_one_that_ends() -> None:
    """Where one is wanted after all it is made, and from then on others as before."""
    with Sandbox(Policy(Tier.FULL, memory_bytes=64 * MIB), PYTHON_GUEST) as sandbox:
        sandbox.rest()
        started(sandbox, SOURCE).close()
        assert sandbox.waiting == 0
        started(sandbox, SOURCE).close()
        assert sandbox.waiting == 1
        sandbox.rest()
        sandbox.expect(1)
        started(sandbox, SOURCE).close()
        assert sandbox.waiting == 1


@pytest.mark.needs("full")
def test_who_takes_the_first_program_does_not_wait_for_the_others() -> None:
    """While the second one is made ready, the first is handed out."""
    with Sandbox(Policy(Tier.FULL, memory_bytes=64 * MIB), PYTHON_GUEST) as sandbox:
        sandbox.expect(2)
        with sandbox._waiting[1].lock:
            started(sandbox, SOURCE).close()


@pytest.mark.needs("full")
def test_a_failure_of_proving_ahead_is_told_to_who_asks_later() -> None:
    """The thread itself says nothing."""
    with Sandbox(Policy(Tier.FULL), PYTHON_GUEST, interpreter=("false",)) as sandbox:
        sandbox.prove_ahead()
        time.sleep(0.2)
        with pytest.raises(SandboxError, match="start the fork server"):
            sandbox.session()


@pytest.mark.needs("full")
def test_a_guest_is_told_its_own_options(tmp_path: Path) -> None:
    """Beside the modules, before the root is entered; a guest without options is told none."""
    lines = (
        "def preload(modules, *, lacks='nothing'): return [lacks]",
        "def warm_up(): pass",
        "def serve(read_fd, write_fd, file): pass",
    )
    (tmp_path / "runner.py").write_text("\n".join(lines))
    guest = Guest("told", str(tmp_path))
    for told, lacking in ((guest, "nothing"), (replace(guest, options={"lacks": "it"}), "it")):
        with Sandbox(Policy(Tier.FULL), told) as sandbox:
            sandbox.await_serving()
            assert sandbox.lacking == (lacking,)
