"""Places for version 2 cgroups, found on a real hierarchy, with whatever controller it has."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sandbox import delegation

#: Asks where it may make cgroups, makes one, and moves a child of its own there.
PROGRAM = """
import subprocess, sys
from pathlib import Path
from sandbox.delegation import place

own, controller = Path(sys.argv[1]), sys.argv[2]
(own / "cgroup.procs").write_text("0")
print("ready", flush=True)
sys.stdin.readline()
found = place(own, controller)
if found is not None:
    group = found / "group"
    group.mkdir()
    child = subprocess.Popen(["sleep", "60"])
    (group / "cgroup.procs").write_text(str(child.pid))
    assert list(group.glob(controller + ".*")), "the controller is not there"
    now = own / "judge" if (own / "judge").exists() else own
    assert place(now, controller) == found, "asked again from where it is now"
    child.kill()
    child.wait()
    group.rmdir()
print(found, flush=True)
"""
MOUNTS = (Path("/sys/fs/cgroup/unified"), Path("/sys/fs/cgroup"))


@dataclass(frozen=True, slots=True)
class Slice:
    """A cgroup whose children have the controller."""

    folder: Path
    controller: str

    def asked(self, *strangers: int, marked: bool = False) -> Path | None:
        """Return what a process in a cgroup below is told, where others live in it too."""
        own = self.folder / "own"
        own.mkdir()
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(own), self.controller],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        for stranger in strangers:
            (own / "cgroup.procs").write_text(str(stranger))
        if marked:
            os.setxattr(own, "user.delegate", b"1")
        said, _ = program.communicate("go\n")
        assert program.returncode == 0
        return None if said == "None\n" else Path(said.strip())


@pytest.fixture
def hierarchy() -> Path:
    """Return a version 2 hierarchy with a controller in which cgroups can be made."""
    for mount in MOUNTS:
        offered = mount / "cgroup.controllers"
        if offered.exists() and offered.read_text().split() and os.access(mount, os.W_OK):
            return mount
    # Not a failure in CI either: version 1 hosts have all controllers elsewhere.
    pytest.skip("no writable cgroup hierarchy of version 2 with a controller here")


@pytest.fixture
def slice_(hierarchy: Path) -> Iterator[Slice]:
    offered = (hierarchy / "cgroup.controllers").read_text().split()
    controller = "memory" if "memory" in offered else offered[0]
    given = hierarchy / "cgroup.subtree_control"
    was_given = controller in given.read_text().split()
    folder = hierarchy / f"judge-test-{os.getpid()}"
    folder.mkdir()
    try:
        given.write_text(f"+{controller}")
        (folder / "cgroup.subtree_control").write_text(f"+{controller}")
        yield Slice(folder, controller)
    finally:
        for below in sorted(folder.rglob("**/"), key=lambda path: -len(path.parts)):
            below.rmdir()
        if not was_given:
            with contextlib.suppress(OSError):
                given.write_text(f"-{controller}")


@pytest.fixture
def stranger() -> Iterator[int]:
    with subprocess.Popen(["sleep", "60"]) as process:
        yield process.pid
        process.kill()


def test_a_cgroup_of_ones_own_is_emptied_into_a_leaf(slice_: Slice) -> None:
    """As under `systemd-run --scope -p Delegate=yes`, and in a service of its own."""
    assert slice_.asked() == slice_.folder / "own"
    assert (slice_.folder / "own" / delegation.LEAF).is_dir()


def test_beside_strangers_the_groups_become_neighbours(slice_: Slice, stranger: int) -> None:
    """As in a session of root's: nobody else is moved."""
    assert slice_.asked(stranger) == slice_.folder
    assert (slice_.folder / "own" / "cgroup.procs").read_text().split() == [str(stranger)]
    _send_away(stranger, slice_.folder)


def test_what_is_marked_as_delegated_is_emptied_of_strangers_too(
    slice_: Slice, stranger: int
) -> None:
    """As when a shell in the scope started this."""
    assert slice_.asked(stranger, marked=True) == slice_.folder / "own"
    leaf = slice_.folder / "own" / delegation.LEAF
    assert (leaf / "cgroup.procs").read_text().split() == [str(stranger)]
    _send_away(stranger, slice_.folder)


def test_where_nothing_gives_the_controller_there_is_no_place(tmp_path: Path) -> None:
    """Neither a folder that is no cgroup, nor one without the controller."""
    (tmp_path / "cgroup.procs").write_text("")
    (tmp_path / "cgroup.controllers").write_text("pids\n")
    (tmp_path / "cgroup.subtree_control").write_text("pids\n")
    assert delegation.place(tmp_path / "nothing") is None
    assert delegation.place(tmp_path) is None


def _send_away(pid: int, folder: Path) -> None:
    """Move a process out, so that the folder can be removed."""
    (folder.parent / "cgroup.procs").write_text(str(pid))
