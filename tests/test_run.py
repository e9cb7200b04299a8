"""./run, with small stand-ins for Python and uv, so that nothing is fetched."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.waiting import until

ROOT = Path(__file__).resolve().parent.parent

# Knows the few things that ./run asks of a Python; writes down what it was asked to install.
PYTHON = """#!/bin/sh
case "$*" in
    *sys.executable*) [ ! -e {stage}/too-old ] && echo {stage}/bin/python3 ;;
    *ensurepip*) [ ! -e {stage}/no-venv ] ;;
    "-m venv "*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
    *"pip"*" install "*)
        echo "pip: $*" | tee -a {stage}/log
        sleep {pause}
        [ ! -e {stage}/no-network ] ;;
    *compileall*) ;;
    *) exec {python} "$@" ;;
esac
"""
UV = """#!/bin/sh
echo "uv: $*" >>{stage}/log
case "$*" in
    *" venv "*)
        for folder; do :; done
        mkdir -p "$folder/bin"
        cp {stage}/bin/python3 "$folder/bin/python" ;;
    *" install "*) [ ! -e {stage}/no-index ] ;;
esac
"""
NO_UV = "#!/bin/sh\nexit 127\n"
APT = '#!/bin/sh\necho "apt-get: $*" >>{stage}/log\nrm {stage}/no-venv\n'


@dataclass(frozen=True)
class Stage:
    """A checkout with nothing but what ./run reads, and a PATH of stand-ins."""

    folder: Path
    checkout: Path

    @property
    def path(self) -> str:
        return f"{self.folder / 'bin'}:/usr/bin:/bin"

    def put(self, name: str, text: str, pause: float = 0) -> None:
        """Place a program on the PATH."""
        program = self.folder / "bin" / name
        program.write_text(text.format(stage=self.folder, python=sys.executable, pause=pause))
        program.chmod(0o755)

    def start(self, *command: str, cwd: Path | None = None) -> subprocess.Popen[str]:
        """Start ./run with the command."""
        return subprocess.Popen(
            ["sh", str(self.checkout / "run"), *command],
            cwd=cwd or self.checkout,
            env={"PATH": self.path},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run ./run with the command to its end."""
        process = self.start(*command, cwd=cwd)
        out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    def installs(self) -> int:
        """Count how often the judge itself was installed: once for each environment made."""
        log = self.folder / "log"
        return sum(" -e " in line for line in log.read_text().splitlines()) if log.exists() else 0


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """Give a checkout without an environment, on a machine with Python and without uv."""
    made = Stage(tmp_path, tmp_path / "check out")
    (tmp_path / "bin").mkdir()
    made.checkout.mkdir()
    shutil.copy(ROOT / "run", made.checkout)
    shutil.copytree(ROOT / "requirements", made.checkout / "requirements")
    for name in ("python3.14", "python3.13", "python3.12", "python3.11"):
        made.put(name, NO_UV)
    made.put("python3", PYTHON)
    made.put("uv", NO_UV)
    return made


def test_run_is_plain_shell() -> None:
    """Any POSIX shell reads ./run; .ci/run is bash."""
    subprocess.run(["sh", "-n", str(ROOT / "run")], check=True)
    subprocess.run(["bash", "-n", str(ROOT / ".ci" / "run")], check=True)


def test_the_first_call_makes_the_environment_and_the_second_does_not(stage: Stage) -> None:
    """Set-up happens once, and what it says goes to stderr alone."""
    first = stage.run("echo", "hello")
    second = stage.run("echo", "hello")
    assert (first.returncode, first.stdout) == (0, "hello\n")
    assert "making .venv" in first.stderr
    assert (second.stdout, second.stderr) == ("hello\n", "")
    assert stage.installs() == 1


def test_everything_is_installed_by_hash_and_nothing_is_fetched_to_build(stage: Stage) -> None:
    """Archives are checked against the lock, and build backends come out of it too."""
    stage.run("true")
    *locked, judge = (stage.folder / "log").read_text().splitlines()
    assert [line.rsplit("/", 1)[1] for line in locked] == ["build.txt", "everything.txt"]
    assert all("--require-hashes" in line for line in locked)
    assert "--no-deps" in judge
    assert all("--no-build-isolation" in line for line in (*locked, judge))


def test_uv_is_used_where_it_is(stage: Stage) -> None:
    """A machine with uv is set up by uv."""
    stage.put("uv", UV)
    result = stage.run("true")
    assert result.returncode == 0
    assert "pip: " not in (stage.folder / "log").read_text()
    assert stage.installs() == 1


def test_pip_helps_out_where_uv_fails(stage: Stage) -> None:
    """A machine may have set up pip's index and certificates, and not uv's."""
    stage.put("uv", UV)
    (stage.folder / "no-index").touch()
    result = stage.run("echo", "hello")
    assert (result.returncode, result.stdout) == (0, "hello\n")
    assert "trying venv and pip" in result.stderr


@pytest.mark.parametrize("lock", ["build.txt", "everything.txt"])
def test_a_changed_lock_makes_the_environment_anew(stage: Stage, lock: str) -> None:
    """After a pull that changes a dependency, the next command has it."""
    stage.run("true")
    with (stage.checkout / "requirements" / lock).open("a") as file:
        file.write("# changed\n")
    stage.run("true")
    assert stage.installs() == 2


def test_a_moved_checkout_gets_a_new_environment(stage: Stage, tmp_path: Path) -> None:
    """The scripts of an environment hold its path, so it cannot move along."""
    stage.run("true")
    moved = replace(stage, checkout=stage.checkout.rename(tmp_path / "elsewhere"))
    moved.run("true")
    assert stage.installs() == 2


def test_an_environment_whose_python_is_gone_is_made_anew(stage: Stage) -> None:
    """An upgrade of the system's Python does not leave a dead environment behind."""
    stage.run("true")
    (stage.checkout / ".venv" / "bin" / "python").unlink()
    assert stage.run("true").returncode == 0
    assert stage.installs() == 2


def test_a_half_made_environment_is_never_used(stage: Stage) -> None:
    """Whatever stopped the set-up, the next call begins it again."""
    (stage.folder / "no-network").touch()
    failed = stage.run("echo", "hello")
    assert (failed.returncode, failed.stdout) == (3, "")
    assert "could not be made" in failed.stderr
    (stage.folder / "no-network").unlink()
    assert stage.run("echo", "hello").stdout == "hello\n"


def test_two_calls_at_once_make_one_environment(stage: Stage) -> None:
    """The second waits for the first and says so."""
    stage.put("python3", PYTHON, pause=0.5)
    calls = [stage.start("echo", "hello") for _ in range(2)]
    ended = [call.communicate(timeout=60) for call in calls]
    assert [out for out, _ in ended] == ["hello\n", "hello\n"]
    assert stage.installs() == 1
    assert "waiting for it" in "".join(err for _, err in ended)


def test_a_killed_call_leaves_no_lock_behind(stage: Stage) -> None:
    """SIGKILL in the middle of the set-up does not block the next call."""
    stage.put("python3", PYTHON, pause=1)
    call = stage.start("true")
    until((stage.folder / "log").exists)
    call.kill()
    call.communicate(timeout=60)
    stage.put("python3", PYTHON)
    assert stage.run("echo", "hello").stdout == "hello\n"


def test_it_works_from_any_folder_and_stays_there(stage: Stage, tmp_path: Path) -> None:
    """A relative FILE means what it means to the person who types it."""
    assert stage.run("pwd", cwd=tmp_path).stdout.strip() == str(tmp_path)


def test_it_works_through_a_symbolic_link(stage: Stage, tmp_path: Path) -> None:
    """A link in ~/bin is as good as the script."""
    link = tmp_path / "link"
    link.symlink_to(stage.checkout / "run")
    result = subprocess.run(
        ["sh", str(link), "sh", "-c", 'echo "$VIRTUAL_ENV"'],
        env={"PATH": stage.path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip() == str(stage.checkout / ".venv")


def test_the_exit_status_is_the_command_s_own(stage: Stage) -> None:
    """A verdict's exit status comes through."""
    assert stage.run("sh", "-c", "exit 42").returncode == 42


def test_no_command_is_the_user_s_mistake(stage: Stage) -> None:
    """A bare ./run says how it is used."""
    result = stage.run()
    assert result.returncode == 2
    assert "usage: ./run COMMAND" in result.stderr


def test_a_missing_lock_file_is_named(stage: Stage) -> None:
    """A checkout with a part missing says which."""
    (stage.checkout / "requirements" / "build.txt").unlink()
    result = stage.run("true")
    assert result.returncode == 3
    assert "requirements/build.txt" in result.stderr


def test_an_old_python_is_told_in_one_line(stage: Stage) -> None:
    """A machine with nothing newer than 3.10 hears what it lacks."""
    (stage.folder / "too-old").touch()
    result = stage.run("true")
    assert result.returncode == 3
    assert result.stderr.startswith("run: Python 3.11 or newer is needed")
    assert result.stderr.count("\n") == 1


def test_a_missing_venv_module_is_told_with_the_line_that_mends_it(stage: Stage) -> None:
    """An ordinary user of a bare Debian gets one line to type."""
    (stage.folder / "no-venv").touch()
    stage.put("id", "#!/bin/sh\necho 1000\n")
    stage.put("apt-get", APT)
    result = stage.run("true")
    assert result.returncode == 3
    assert result.stderr.splitlines()[-1].endswith("sudo apt-get install -y python3-venv")
    assert (stage.folder / "no-venv").exists()


def test_root_gets_a_missing_venv_module_installed(stage: Stage) -> None:
    """In a bare container nobody has to type anything."""
    (stage.folder / "no-venv").touch()
    stage.put("id", "#!/bin/sh\necho 0\n")
    stage.put("apt-get", APT)
    assert stage.run("echo", "hello").stdout == "hello\n"
    assert "apt-get: install -y python3-venv" in (stage.folder / "log").read_text()


def test_a_second_call_costs_next_to_nothing(stage: Stage) -> None:
    """It takes a few milliseconds; the guard is generous because machines are noisy."""
    stage.run("true")
    assert statistics.median(_seconds(stage) for _ in range(7)) < 0.1


def _seconds(stage: Stage) -> float:
    began = time.perf_counter()
    stage.run("true")
    return time.perf_counter() - began


def test_this_checkout_runs_its_own_code(tmp_path: Path) -> None:
    """./run judge runs what is in the checkout, from any folder."""
    result = subprocess.run(
        [str(ROOT / "run"), "python", "-c", "import judge.verdict; print(judge.verdict.__file__)"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(result.stdout.strip()) == ROOT / "judge" / "verdict.py"
