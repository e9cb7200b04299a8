"""The pure halves: what is to be limited, mounted and allowed, before any of it is applied."""

import errno
import os
from pathlib import Path

import pytest

from sandbox import landlock, mounts, rlimits
from sandbox.cgroups import Group, Hierarchy
from sandbox.errors import SandboxError
from sandbox.policy import MIB, Policy, Tier


def test_the_limits_are_a_plain_list() -> None:
    """Core files, locked memory and message queues are off; files and memory are bounded."""
    limits = dict(rlimits.plan(Policy(Tier.FULL), 320 * MIB, count_threads=True))
    assert limits["RLIMIT_MEMLOCK"] == limits["RLIMIT_MSGQUEUE"] == 0
    assert limits["RLIMIT_CORE"] == 1  # 0 lets a dump into a program pass
    assert limits["RLIMIT_DATA"] == 320 * MIB
    assert limits["RLIMIT_AS"] == rlimits.ADDRESS_BYTES + 4 * Policy(Tier.FULL).memory_bytes
    assert limits["RLIMIT_NPROC"] == rlimits.THREADS


def test_threads_are_counted_in_a_namespace_of_ones_own_only() -> None:
    """RLIMIT_NPROC counts all processes of a user where there is no fresh user namespace."""
    for tier in (Tier.LANDLOCK, Tier.LIMITS_ONLY):
        assert "RLIMIT_NPROC" not in dict(rlimits.plan(Policy(tier), MIB, count_threads=True))
    assert "RLIMIT_NPROC" not in dict(rlimits.plan(Policy(Tier.FULL), MIB, count_threads=False))


def test_a_limit_that_is_refused_is_an_error_with_its_name() -> None:
    """Fail closed: a limit that was asked for and is not there ends the start."""
    with pytest.raises(SandboxError, match="set RLIM_INFINITY"):
        rlimits.apply([("RLIM_INFINITY", 1)])  # a number that stands for no resource
    with pytest.raises(SandboxError, match="set RLIMIT_OF_ANOTHER_SYSTEM"):
        rlimits.apply([("RLIMIT_OF_ANOTHER_SYSTEM", 1)])


def test_the_root_shows_the_library_and_nothing_of_home(tmp_path: Path) -> None:
    """Only the interpreter's library, the system's libraries and what was asked for is shown."""
    root = mounts.plan({str(tmp_path): str(tmp_path)})
    library = os.path.realpath(Path(os.__file__).parent)
    assert library in root.readable
    assert os.path.realpath(tmp_path) in root.readable
    for path in ("/home", "/root", "/etc", "/proc", "/sys", "/usr", "/"):
        assert path not in root.readable


def test_installed_packages_are_hidden() -> None:
    """The packages beside the library (Hypothesis, other solutions) are not for programs."""
    root = mounts.plan({})
    library = Path(os.path.realpath(Path(os.__file__).parent))
    for name in ("site-packages", "dist-packages"):
        if (library / name).is_dir():
            assert str(library / name) in root.hidden


def test_what_is_shown_elsewhere_is_readable_there(tmp_path: Path) -> None:
    """A module below /tmp would be hidden by the scratch, so it gets a place of its own."""
    root = mounts.plan({"/modules/m": str(tmp_path)})
    assert ("/modules/m", os.path.realpath(tmp_path)) in root.elsewhere
    assert "/modules/m" in root.places
    assert os.path.realpath(tmp_path) not in root.places


def test_a_folder_below_another_is_shown_once(tmp_path: Path) -> None:
    """A bind inside a bind would be made twice."""
    inner = tmp_path / "inner"
    inner.mkdir()
    root = mounts.plan({str(tmp_path): str(tmp_path), str(inner): str(inner)})
    assert os.path.realpath(inner) not in root.readable


@pytest.mark.parametrize("abi", range(1, 8))
def test_landlock_handles_all_that_the_kernel_knows(abi: int) -> None:
    """What is not handled is not denied, so every right of the ABI is handled."""
    files, network, scopes = landlock.handled(abi)
    assert bool(files & landlock.REFER) == (abi >= 2)
    assert bool(files & landlock.TRUNCATE) == (abi >= 3)
    assert bool(network) == (abi >= 4)
    assert bool(files & landlock.IOCTL_DEV) == (abi >= 5)
    assert bool(scopes) == (abi >= 6)
    assert files & 0x1FFF == 0x1FFF


def recorded(folder: Path, version: int, files: dict[str, str]) -> Group:
    """Make a group over a folder of files as a kernel wrote them."""
    for name, text in files.items():
        (folder / name).write_text(text)
    return Group(folder, version)


def test_version_2_counts_anonymous_and_shared_memory(tmp_path: Path) -> None:
    """The peak counts page cache too; what is cached now is taken off."""
    stat = "anon 8000000\nfile 60000000\nshmem 1000000\n"
    group = recorded(tmp_path, 2, {"memory.peak": "70000000\n", "memory.stat": stat})
    assert group.peak_bytes() == 70_000_000 - 59_000_000


def test_version_2_before_linux_5_19_tells_no_peak(tmp_path: Path) -> None:
    """Then the resident peak is read, and named."""
    assert not recorded(tmp_path, 2, {"memory.stat": "anon 1\n"}).records_peak
    assert recorded(tmp_path, 2, {"memory.peak": "1\n"}).records_peak
    assert recorded(tmp_path, 1, {}).records_peak


def test_the_peak_is_never_below_what_is_in_use(tmp_path: Path) -> None:
    """Cache that came after the peak must not hide memory."""
    stat = "anon 50000000\nfile 60000000\nshmem 0\n"
    group = recorded(tmp_path, 2, {"memory.peak": "70000000\n", "memory.stat": stat})
    assert group.peak_bytes() == 50_000_000


@pytest.mark.parametrize(("version", "name"), [(1, "memory.oom_control"), (2, "memory.events")])
def test_a_kill_for_want_of_memory_is_read_from_the_counter(
    tmp_path: Path, version: int, name: str
) -> None:
    """MLE comes from `oom_kill` alone: failcnt stays 0 on version 1, and signals prove nothing."""
    group = recorded(tmp_path, version, {name: "oom_kill_disable 0\nunder_oom 0\noom_kill 0\n"})
    assert not group.killed()
    (tmp_path / name).write_text("oom 3\noom_kill 1\n")
    assert group.killed()


def test_version_2_counts_cpu_time(tmp_path: Path) -> None:
    """In the group's own file, of whatever ran in it; version 1 has another hierarchy for that."""
    files = {"cpu.stat": "usage_usec 1500000\nuser_usec 1400000\nsystem_usec 100000\n"}
    assert recorded(tmp_path, 2, files).cpu_seconds() == 1.5
    assert recorded(tmp_path, 1, files).cpu_seconds() is None


def test_version_2_bounds_what_its_files_offer(tmp_path: Path) -> None:
    """Memory must be there; swap and threads where the host gives them, and it is known if not."""
    names = ("memory.max", "memory.swap.max", "memory.oom.group", "pids.max")
    group = recorded(tmp_path, 2, dict.fromkeys(names, "max"))
    group._limit(MIB)
    written = {name: (tmp_path / name).read_text() for name in names}
    assert group.bounds_swap
    assert written["memory.max"].startswith(str(MIB))
    assert [written[name][0] for name in names[1:3]] == ["0", "1"]
    assert written["pids.max"].startswith(str(rlimits.THREADS))
    (tmp_path / "memory.swap.max").unlink()
    group._limit(MIB)
    assert not group.bounds_swap


def test_a_busy_group_is_removed_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its program may take a while to die; the next group that is made tries again."""
    busy = {tmp_path / "busy": True}
    rmdir = Path.rmdir

    def refuse(self: Path) -> None:
        if busy.get(self):
            raise OSError(errno.EBUSY, "busy")
        rmdir(self)

    monkeypatch.setattr(Path, "rmdir", refuse)
    (tmp_path / "busy").mkdir()
    Group(tmp_path / "busy", 2).remove()
    assert (tmp_path / "busy").exists()
    busy.clear()
    with pytest.raises(OSError, match="memory"):
        Group.make(Hierarchy(tmp_path, 2), MIB)
    assert not list(tmp_path.iterdir())


def test_an_unwritable_hierarchy_is_an_os_error(tmp_path: Path) -> None:
    """A folder that is no cgroup has no limit files: making a group there fails."""
    with pytest.raises(OSError, match="memory"):
        Group.make(Hierarchy(tmp_path, 2), MIB)
    assert not list(tmp_path.iterdir())
