"""What the probe concludes from a failure, and what follows from the facts of a host."""

import errno
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from judge.languages import PYTHON_GUEST
from sandbox import SandboxError, Tier, cgroups, facts, landlock, probe, syscalls
from sandbox.advice import MACHINES, Surroundings, mend
from sandbox.host import _charge

LINUX = Surroundings(platform="linux", machine="x86_64", sysctls="/nowhere", marks=())


def test_what_was_never_reached_is_neither_there_nor_missing() -> None:
    """A fork server that cannot start tells nothing of namespaces, and is no fault of Linux."""
    host = probe(PYTHON_GUEST, (sys.executable, "-c", "raise SystemExit(7)"))
    layers = {layer.name: layer for layer in host.layers}
    assert host.tier is None
    assert layers["namespaces"].available is None
    assert layers["namespaces"].step == "start the fork server"
    assert layers["namespaces"].detail == "it ended with status 7"
    assert layers["limits"].available is False
    assert "ulimit" in layers["limits"].mend


@pytest.mark.needs("full")
def test_the_user_of_programs_is_read_from_a_program() -> None:
    """Root's programs are not root in tier full; anybody else's are of that user."""
    host = probe(PYTHON_GUEST)
    assert host.tier is Tier.FULL
    [user] = [fact for fact in host.facts if fact.name == "program uid"]
    assert user.value == (os.getuid() or 61_417)


def test_every_machine_with_a_table_is_known_to_the_advice() -> None:
    """No advice calls for a newer kernel where only a table is missing."""
    assert set(MACHINES) == set(syscalls.MACHINES)
    elsewhere = replace(LINUX, machine="riscv64")
    for name in ("namespaces", "landlock", "seccomp"):
        assert "table for riscv64" in mend(name, SandboxError("call", "unknown"), elsewhere)


@pytest.mark.parametrize(
    ("step", "charged"),
    [("landlock allow /opt", "landlock"), ("seccomp", "seccomp"), ("join a cgroup", "cgroup")],
)
def test_a_tier_never_fails_without_a_part_that_says_why(step: str, charged: str) -> None:
    """Each part may work alone, and the whole fail: its step names the part to look at."""
    missing: dict[str, SandboxError | None]
    missing = dict.fromkeys(("landlock", "seccomp", "cgroup", "cpu clock", "limits"))
    failed = SandboxError(step, errno=errno.EACCES)
    _charge(missing, failed)
    assert {name: error for name, error in missing.items() if error} == {charged: failed}


def test_a_path_out_of_reach_is_no_matter_of_the_kernel() -> None:
    """Namespaces and Landlock meet an interpreter in a home that is closed to others."""
    landlock_ = SandboxError("landlock allow /root/x", errno=errno.EACCES)
    assert "let other users read" in mend("landlock", landlock_, LINUX)
    server = SandboxError("prepare the fork server", "PermissionError(13)")
    assert "let other users read" in mend("namespaces", server, LINUX)


def test_an_interpreter_below_tmp_has_to_move(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scratch of a program lies over it in tier full, and in no other tier."""
    monkeypatch.setattr(sys, "executable", "/tmp/nowhere/bin/python3")  # noqa: S108 - not made
    ended = SandboxError("start a program", "its warden ended without a word")
    assert mend("namespaces", ended, LINUX).startswith("move the interpreter, /tmp/nowhere/")
    assert "let other users read" in mend("landlock", ended, LINUX)


def test_root_without_power_outside_of_a_container() -> None:
    """A unit of systemd may hold root without CAP_SYS_ADMIN."""
    refused = SandboxError("unshare mounts", errno=errno.EPERM)
    assert "ordinary user" in mend("namespaces", refused, replace(LINUX, powerless=True))
    assert "ordinary user" not in mend("namespaces", refused, LINUX)


@pytest.mark.parametrize(("abi", "told"), [(1, True), (2, True), (3, False), (7, False)])
def test_an_abi_below_3_is_said_to_leave_truncation_to_seccomp(
    monkeypatch: pytest.MonkeyPatch, abi: int, told: bool
) -> None:
    """O_RDONLY | O_TRUNC is an opening for reading there."""
    monkeypatch.setattr(landlock, "version", lambda: abi)
    fact = facts.landlock_fact()
    assert fact.value == abi
    assert ("truncation" in fact.note) is told


@pytest.mark.needs("linux")
def test_landlock_without_its_right_lets_files_be_emptied(tmp_path: Path) -> None:
    """What the note says is so on this kernel, asked for by the rights of an older one."""
    file = tmp_path / "file"
    for abi, left in ((2, 0), (3, 5)):
        file.write_text("hello")
        pid = os.fork()
        if pid == 0:
            _empty(file, abi)
        os.waitpid(pid, 0)
        assert file.stat().st_size == left


def _empty(file: Path, abi: int) -> None:
    try:
        syscalls.prctl("no new privileges", syscalls.PR_SET_NO_NEW_PRIVS, 1)
        landlock.version = lambda: abi
        landlock.restrict([(str(file), landlock.READ_FILE)])
        os.open(file, os.O_RDONLY | os.O_TRUNC)
    finally:
        os._exit(0)


def group(folder: Path, version: int, **files: str) -> cgroups.Group:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text + "\n")
    made = cgroups.Group(folder, version)
    made.bounds_swap = any(folder.glob("memory.*sw*"))
    return made


def swap(tmp_path: Path, of: cgroups.Group | None, *, on: bool = True) -> facts.Fact:
    swaps = tmp_path / "swaps"
    swaps.write_text("Filename\n" + "/swapfile file 1 0 -2\n" * on)
    return facts.swap_fact(Surroundings(swaps=str(swaps)), of)


def test_swap_that_is_counted_cannot_escape_the_limit(tmp_path: Path) -> None:
    """On both versions, when the limit on swap was taken."""
    two = group(tmp_path, 2, memory_swap_max="0")
    assert swap(tmp_path, two).note.startswith("counted")
    (tmp_path / "memory.memsw.limit_in_bytes").write_text("1\n")
    assert swap(tmp_path, group(tmp_path, 1)).note.startswith("counted")


@pytest.mark.parametrize("version", [1, 2])
def test_swap_that_is_not_counted_can(tmp_path: Path, version: int) -> None:
    """Without swap accounting the files are not there, and the host is told to mend it."""
    assert "RLIMIT_DATA instead" in swap(tmp_path, group(tmp_path, version)).note
    assert swap(tmp_path, group(tmp_path, version), on=False) == facts.Fact("swap", "off")


def test_a_cgroup_without_a_peak_is_told(tmp_path: Path) -> None:
    """Version 2 keeps one from Linux 5.19 on."""
    assert "resident one is read" in facts.cgroup_fact(group(tmp_path, 2)).note
    assert facts.cgroup_fact(group(tmp_path, 2, memory_peak="0")).note == ""
    assert facts.cgroup_fact(group(tmp_path, 1)).note == ""


def test_programs_of_root_are_told() -> None:
    """Where the interpreter lies in root's home, and nobody else's where it does not."""
    assert "root's home" in facts.user_fact(0).note
    assert facts.user_fact(61_417).note == ""
