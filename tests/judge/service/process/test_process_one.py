"""The server as process 1 of a container."""

import os
import signal
from pathlib import Path

import pytest

from tests.judge.service.served import Served, environment_of
from tests.processes import children, descendants, state
from tests.waiting import until

RIGHT = (Path(__file__).resolve().parents[4] / "examples/lca.py").read_text()


@pytest.mark.needs("full")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes a namespace of processes alone")
def test_orphans_are_reaped_and_signals_passed_on(tmp_path: Path) -> None:
    """What a killed worker leaves behind is gone, and SIGTERM ends the server in order."""
    environment = environment_of(JUDGE_STATE_DIR=str(tmp_path / "state"))
    server = Served(environment, program=("tests.circumstances", "process 1"))
    try:
        assert server.submit(RIGHT)["report"]["verdict"] == "AC"
        [first] = children(server.process.pid)
        below = {pid: descendants(pid) for [main] in [children(first)] for pid in children(main)}
        worker = max(below, key=lambda pid: len(below[pid]))
        assert below[worker], "a worker that has judged keeps a sandbox"
        os.kill(worker, signal.SIGKILL)
        until(lambda: {state(pid) for pid in below[worker]} == {""})
        os.kill(first, signal.SIGTERM)
        _, said = server.process.communicate(timeout=60)
    finally:
        server.process.kill()
    assert "judge: stopped" in said
    assert server.process.returncode == 0
