"""One judge times on a core at a time; the others wait and say so."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from judge.errors import HostError
from judge.events import TimingWaits, result_of
from judge.measurement.core_lock import CoreLock, take_core


def take(folder: Path, wait_seconds: float = 0.0) -> tuple[CoreLock | None, list[TimingWaits]]:
    """Ask for a slot; return it with what was said while waiting."""
    said: list[TimingWaits] = []
    return result_of(take_core(folder, wait_seconds), said.append), said


def take_all(folder: Path) -> list[CoreLock]:
    """Take every core's slot."""
    slots = []
    while (slot := take(folder)[0]) is not None:
        slots.append(slot)
    return slots


def test_each_core_is_given_once(tmp_path: Path) -> None:
    """As many slots as cores, all different; then none."""
    slots = take_all(tmp_path / "cores")
    if hasattr(os, "sched_getaffinity"):
        assert sorted(slot.core or 0 for slot in slots) == sorted(os.sched_getaffinity(0))
    assert take(tmp_path / "cores") == (None, [])


def test_who_waits_says_so_and_gets_the_core_that_becomes_free(tmp_path: Path) -> None:
    """The core is the one that was given back."""
    slots = take_all(tmp_path)
    steps = take_core(tmp_path, 30.0)
    said = next(steps)
    assert said.cores == len(slots)
    slots[0].close()
    with pytest.raises(StopIteration) as ended:
        next(steps)
    assert ended.value.value.core == slots[0].core


def test_a_judge_that_is_killed_holds_no_core(tmp_path: Path) -> None:
    """The lock goes with the process, whatever ends it."""
    code = (
        "import sys, time; from pathlib import Path\n"
        "from judge.measurement.core_lock import take_core\n"
        "steps, slots = Path(sys.argv[1]), []\n"
        "while True:\n"
        "    try: next(take_core(steps, 0.0))\n"
        "    except StopIteration as ended:\n"
        "        if ended.value is None: break\n"
        "        slots.append(ended.value)\n"
        "print('taken', flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "taken\n"
        assert take(tmp_path)[0] is None
        other.send_signal(signal.SIGKILL)
        other.wait()
    assert take(tmp_path)[0] is not None


def test_the_folder_is_for_all_users(tmp_path: Path) -> None:
    """Everybody may lock, nobody may move another's file; whatever this process's umask."""
    before = os.umask(0o077)
    try:
        take(tmp_path / "cores")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "cores").stat().st_mode) == 0o1777
    (file,) = (tmp_path / "cores").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o444
    assert file.stat().st_size == 0


def test_a_link_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    """Somebody else may lay one below /tmp: nothing is made where it points."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "cores").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(HostError, match="--no-timing"):
        take(tmp_path / "cores")
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_is_no_file_is_not_locked(kind: str, tmp_path: Path) -> None:
    """Neither a link to a file of ours, nor something that would block the judge."""
    victim = tmp_path / "victim"
    victim.write_text("mine")
    cores = tmp_path / "cores"
    cores.mkdir()
    for core in os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else {0}:
        place = cores / f"core-{core}"
        if kind == "link":
            place.symlink_to(victim)
        elif kind == "pipe":
            os.mkfifo(place)
        else:
            place.mkdir()
    with pytest.raises(HostError, match="core-"):
        take(cores)
    assert victim.read_text() == "mine"
