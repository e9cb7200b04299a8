"""A NATS server for tests, on a free port."""

import contextlib
import importlib.util
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.waiting import until


def path() -> str | None:
    """Return the program, where what talks to it is here too."""
    if importlib.util.find_spec("nats") is None:
        return None
    beside = Path(sys.executable).parent / "nats-server"
    return str(beside) if beside.exists() else shutil.which("nats-server")


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextlib.contextmanager
def serving(port: int) -> Iterator[str]:
    """Run a server on a port; yield its address once it answers."""
    program = path()
    assert program is not None
    process = subprocess.Popen(
        [program, "--addr", "127.0.0.1", "--port", str(port)], stderr=subprocess.DEVNULL
    )
    try:
        until(lambda: answers("127.0.0.1", port))
        yield f"nats://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def answers(host: str, port: int) -> bool:
    """Whether somebody listens there."""
    with contextlib.suppress(OSError), socket.create_connection((host, port), 1):
        return True
    return False
