"""The audit finds each kind of thing that could be left behind."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox import MIB, cgroups
from tests.security.audit import Audit, adoption

pytestmark = pytest.mark.needs("linux")

#: Waits for a line, starts a sleeper in a session of its own, tells its number, waits again.
PARENT = """
import subprocess, sys
sys.stdin.readline()
quiet = subprocess.DEVNULL
sleeper = subprocess.Popen(["sleep", "60"], start_new_session=True, stdin=quiet, stdout=quiet)
print(sleeper.pid, flush=True)
sys.stdin.readline()
"""

#: Does what each line says, and tells what became of it.
PUPPET = """
import sys
told = {}
for line in sys.stdin:
    try:
        exec(line, told)
        print(told.get("said", ""), flush=True)
    except OSError as error:
        print("refused", error, flush=True)
"""
#: Nobody's, and of no judge.
STRANGER = 61_499


@pytest.fixture
def parent() -> Iterator[subprocess.Popen[str]]:
    with (
        adoption(),
        subprocess.Popen(
            [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process,
    ):
        yield process
        process.kill()


class Puppet:
    """A process that can be told what to leave behind."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", PUPPET],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).resolve().parents[2],
            text=True,
        )
        self.pid = self._process.pid

    def do(self, *lines: str) -> str:
        """Have it run these lines; skips the test where this host refuses one."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        said = ""
        for line in lines:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
            said = self._process.stdout.readline().strip()
            if said.startswith("refused"):
                pytest.skip(said)
        return said

    def end(self) -> None:
        """End it, and so give back what it left."""
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def puppet() -> Iterator[Puppet]:
    with adoption():
        made = Puppet()
        yield made
        made.end()


def sleeper_of(process: subprocess.Popen[str]) -> int:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("start\n")
    process.stdin.flush()
    return int(process.stdout.readline())


def test_nothing_left_is_nothing_found(tmp_path: Path) -> None:
    """A quiet process leaves nothing."""
    assert Audit(os.getpid(), [os.getuid() + 1], [tmp_path]).leftovers(0.2) == []


def test_a_child_is_found(parent: subprocess.Popen[str]) -> None:
    """A process below the audited one is a leftover, in any session."""
    audit = Audit(parent.pid)
    sleeper = sleeper_of(parent)
    try:
        assert any(f"process {sleeper}" in line for line in audit.leftovers(0.2))
    finally:
        os.kill(sleeper, 9)


def test_an_orphan_is_found(parent: subprocess.Popen[str]) -> None:
    """A process that lost its parent does not get out of sight."""
    keeper = Audit(os.getpid())
    sleeper = sleeper_of(parent)
    parent.communicate("end\n")
    try:
        assert any(f"process {sleeper}" in line for line in keeper.leftovers(0.2))
    finally:
        os.kill(sleeper, 9)
        os.waitpid(sleeper, 0)


def test_a_descriptor_is_found() -> None:
    """An open file that was not open before is a leftover."""
    audit = Audit(os.getpid())
    with Path("/dev/zero").open("rb"):
        assert any("/dev/zero" in line for line in audit.leftovers(0.2))


def test_a_file_is_found(tmp_path: Path) -> None:
    """A new file in a folder of the process's own is a leftover."""
    audit = Audit(os.getpid(), folders=[tmp_path])
    (tmp_path / "left").touch()
    assert [f"file {tmp_path / 'left'}"] == audit.leftovers(0.2)


def test_a_zombie_is_found(puppet: Puppet) -> None:
    """A child that ended and that nobody waits for is a leftover."""
    audit = Audit(puppet.pid)
    child = puppet.do("import os", "said = os.fork() or os._exit(0)")
    assert f"zombie {child}" in audit.leftovers(0.2)


@pytest.mark.needs("full")
def test_a_mount_is_found(puppet: Puppet, tmp_path: Path) -> None:
    """A mount in the namespace of the audited process is a leftover."""
    puppet.do(
        "from sandbox import mounts, namespaces",
        "namespaces.unshare('unshare', namespaces.NEWUSER | namespaces.NEWNS)",
    )
    audit = Audit(puppet.pid)
    puppet.do(f"mounts.mount('mount', 'tmpfs', {str(tmp_path)!r}, 'tmpfs', 0)")
    (found,) = audit.leftovers(0.2)
    assert found.startswith("mount ")
    assert str(tmp_path) in found


@pytest.mark.needs("full")
def test_a_namespace_is_found(puppet: Puppet) -> None:
    """A namespace that the audited process was not in before is a leftover."""
    audit = Audit(puppet.pid)
    puppet.do(
        "from sandbox import namespaces",
        "namespaces.unshare('unshare', namespaces.NEWUSER | namespaces.NEWUTS)",
    )
    found = audit.leftovers(0.2)
    assert any(line.startswith("namespace uts:") for line in found)


def test_a_cgroup_is_found() -> None:
    """A memory group that a judge made and did not remove is a leftover, wherever it lies."""
    hierarchy = cgroups.find()
    if hierarchy is None:
        pytest.skip("this process can make no cgroup")
    audit = Audit(os.getpid())
    group = cgroups.Group.make(hierarchy, 64 * MIB)
    try:
        assert audit.leftovers(0.2) == [f"cgroup {group.folder}"]
    finally:
        group.remove()


def test_a_shared_segment_is_found(puppet: Puppet) -> None:
    """A System V segment outlives its maker: it is a leftover."""
    audit = Audit(puppet.pid)
    number = puppet.do(
        "import ctypes", "libc = ctypes.CDLL(None)", "said = libc.shmget(0, 4096, 384)"
    )
    try:
        assert any(line.split()[2] == number for line in audit.leftovers(0.2) if line[:4] == "shm ")
    finally:
        puppet.do(f"libc.shmctl({number}, 0, None)")


@pytest.mark.needs("root")
def test_a_shared_segment_counts_that_an_owner_has_made(puppet: Puppet) -> None:
    """What another user makes meanwhile is nobody's leftover."""
    audit, other = Audit(puppet.pid, [STRANGER]), Audit(puppet.pid)
    number = puppet.do(
        "import ctypes, os",
        "libc = ctypes.CDLL(None)",
        f"os.seteuid({STRANGER})",
        "said = libc.shmget(0, 4096, 384)",
    )
    try:
        assert [line.split()[2] for line in audit.leftovers(0.2)] == [number]
        assert other.leftovers(0.2) == []
    finally:
        puppet.do(f"libc.shmctl({number}, 0, None)")


@pytest.mark.needs("root")
@pytest.mark.parametrize("kind", ["AF_UNIX", "AF_INET"])
def test_a_socket_is_found(puppet: Puppet, kind: str) -> None:
    """A socket of an owner is a leftover, with or without a name."""
    puppet.do("import os, socket", f"os.seteuid({STRANGER})")
    audit = Audit(os.getpid(), [STRANGER])
    puppet.do(f"kept = socket.socket(socket.{kind}, socket.SOCK_DGRAM)")
    if kind == "AF_INET":
        puppet.do("kept.bind(('127.0.0.1', 0))")
    found = [line for line in audit.leftovers(0.2) if line.startswith("socket ")]
    assert len(found) == 1
    assert found[0].endswith(f" of {STRANGER}")


@pytest.mark.needs("root")
def test_a_key_is_found(puppet: Puppet) -> None:
    """A key that an owner is charged for is a leftover, whoever may see it."""
    puppet.do("import ctypes, os", "libc = ctypes.CDLL(None, use_errno=True)")
    puppet.do(f"os.seteuid({STRANGER})")
    audit = Audit(os.getpid(), [STRANGER])
    puppet.do(
        "number = libc.syscall(248, b'user', b'left', b'x', 1, -2)",  # add_key, in its own ring
        "if number < 0: raise OSError(ctypes.get_errno(), 'add_key')",
    )
    assert any(line.endswith(f" of {STRANGER}") for line in audit.leftovers(0.2))
