"""`judge doctor` on hosts that lack something: what is missing, at which step, and what to do.

Each host is a process of its own under a seccomp filter that refuses what that host refuses
(tests/sandbox/hosts.py), so the probe fails where it would fail there.
"""

import errno
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.needs("full")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the doctor must say: the tier, and of a missing part its errno and words of advice."""

    tier: str
    missing: dict[str, tuple[int | None, str]]


HOSTS = {
    "user namespaces off": Expected(
        "landlock", {"namespaces": (errno.ENOSPC, "user.max_user_namespaces")}
    ),
    "Debian's switch off": Expected(
        "landlock", {"namespaces": (errno.EPERM, "kernel.unprivileged_userns_clone to 1")}
    ),
    "Ubuntu's AppArmor rule": Expected(
        "landlock", {"namespaces": (errno.EACCES, "AppArmor profile with `userns,`")}
    ),
    "Docker's default profile": Expected(
        "landlock", {"namespaces": (errno.EPERM, "seccomp profile"), "cgroup": (None, "writable")}
    ),
    "no Landlock": Expected("limits-only", {"landlock": (errno.ENOSYS, "Linux 5.13 or newer")}),
    "Landlock not in the list": Expected("limits-only", {"landlock": (errno.EOPNOTSUPP, "lsm=")}),
    "old kernel": Expected(
        "limits-only",
        {"landlock": (errno.ENOSYS, "Linux 5.13"), "seccomp": (errno.EINVAL, "Linux 5.5")},
    ),
    "no cgroup": Expected("full", {"cgroup": (None, "systemd-run --user --scope")}),
    "WSL2": Expected("full", {"cgroup": (None, "/etc/wsl.conf")}),
    "old WSL2": Expected("limits-only", {"landlock": (errno.ENOSYS, "wsl --update")}),
    "macOS": Expected(
        "limits-only",
        dict.fromkeys(
            ("namespaces", "landlock", "seccomp", "cgroup", "cpu clock"),
            (None, "for your own code"),
        ),
    ),
}
#: One road to each tier that is left; the others differ from these in words.
QUICK = ("Ubuntu's AppArmor rule", "old kernel", "no cgroup")


def doctor(name: str, folder: Path) -> dict[str, Any]:
    """Return what `judge doctor --json` says on such a host."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.sandbox.hosts", name, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def _hosts() -> list[object]:
    return [
        pytest.param(name, marks=() if name in QUICK else pytest.mark.slow, id=name)
        for name in HOSTS
    ]


@pytest.mark.parametrize("name", _hosts())
def test_the_doctor_says_what_is_missing_and_what_to_do(name: str, tmp_path: Path) -> None:
    """The tier that is left, the errno at the step that failed, and advice for that very host."""
    said, expected = doctor(name, tmp_path), HOSTS[name]
    assert said["tier"] == expected.tier
    layers = {layer["name"]: layer for layer in said["layers"]}
    for layer, (number, words) in expected.missing.items():
        assert not layers[layer]["available"], layer
        assert layers[layer]["errno"] == number
        assert layers[layer]["step"]
        assert layers[layer]["lost"]
        assert words in layers[layer]["mend"]
    # Whatever else this machine lacks, it lacks without the pretence too: an ordinary user's
    # cgroup. Nothing that works may be called missing.
    others = {layer for layer in layers if not layers[layer]["available"]} - {"cgroup"}
    assert others == set(expected.missing) - {"cgroup"}


WINDOWS = "import sys; sys.platform = 'win32'; import judge.frontends.cli"


def test_windows_is_sent_to_wsl2() -> None:
    """Before anything of POSIX is imported; no traceback."""
    command = [sys.executable, "-c", WINDOWS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "WSL2" in done.stderr
    assert "Traceback" not in done.stderr
