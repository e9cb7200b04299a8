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

from sandbox import SandboxError
from tests.sandbox.hosts import HOSTS as HOSTS_OF

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.needs("full")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the doctor must say: the tier, and of a missing part its errno and words of advice.

    `never` are words that would be advice for another host.
    """

    tier: str
    missing: dict[str, tuple[int | None, tuple[str, ...]]]
    never: tuple[str, ...] = ()


RULE = (errno.EACCES, ("AppArmor profile with `userns,` for this interpreter",))
MENDED = "clone, unshare, mount, umount2, pivot_root, sethostname"
PROFILE = ("the container's seccomp profile", MENDED, "apparmor=unconfined", "JUDGE_TIER=landlock")

HOSTS = {
    "user namespaces off": Expected(
        "landlock", {"namespaces": (errno.ENOSPC, ("set user.max_user_namespaces to",))}
    ),
    "no network namespaces": Expected(
        "landlock", {"namespaces": (errno.ENOSPC, ("set user.max_net_namespaces to",))}
    ),
    "few processes": Expected(
        "landlock",
        {"namespaces": (errno.EAGAIN, ("`ulimit -u`", "64"))},
        never=("namespaces on this host",),
    ),
    "Debian's switch off": Expected(
        "landlock", {"namespaces": (errno.EPERM, ("kernel.unprivileged_userns_clone to 1",))}
    ),
    "Ubuntu's AppArmor rule": Expected("landlock", {"namespaces": RULE}),
    "Ubuntu's AppArmor rule, at mount": Expected("landlock", {"namespaces": RULE}),
    "Ubuntu's AppArmor rule, at once": Expected("landlock", {"namespaces": RULE}),
    "a seccomp filter on Ubuntu": Expected(
        "landlock", {"namespaces": (errno.EPERM, ("systemd unit",))}, never=("AppArmor",)
    ),
    "Docker's default profile": Expected(
        "landlock",
        {"namespaces": (errno.EPERM, PROFILE), "cgroup": (None, ("writable-cgroups=true",))},
    ),
    "Docker on Ubuntu 24.04": Expected(
        "landlock",
        {
            "namespaces": (
                errno.EPERM,
                ("the container's seccomp profile", MENDED, "apparmor=NAME, a profile with"),
            ),
            "cgroup": (None, ("writable",)),
        },
        never=("this Ubuntu", "for this interpreter", "apparmor=unconfined"),
    ),
    "Docker's AppArmor profile": Expected(
        "landlock",
        {"namespaces": (errno.EACCES, ("container's AppArmor profile", "apparmor=unconfined"))},
    ),
    "Docker unconfined on Ubuntu 24.04": Expected(
        "landlock",
        {"namespaces": (errno.EACCES, ("container's AppArmor profile", "apparmor=NAME"))},
        never=("for this interpreter", "apparmor=unconfined"),
    ),
    "Docker's root": Expected(
        "landlock", {"namespaces": (errno.EPERM, ("CAP_SYS_ADMIN", "--user 1000"))}
    ),
    "Docker as advised": Expected("full", {}),
    "old Docker": Expected(
        "limits-only",
        {
            "namespaces": (errno.EPERM, PROFILE),
            "landlock": (errno.EPERM, ("Docker's own profile of 2022",)),
        },
    ),
    "somebody's listener": Expected(
        "limits-only", {"seccomp": (errno.EBUSY, ("security.syscalls.intercept", "ACT_NOTIFY"))}
    ),
    "WSL2, mirrored": Expected(
        "limits-only", {"seccomp": (errno.EBUSY, ("networkingMode=nat", "wsl --shutdown"))}
    ),
    "no Landlock": Expected("limits-only", {"landlock": (errno.ENOSYS, ("Linux 5.13 or newer",))}),
    "Landlock not in the list": Expected(
        "limits-only", {"landlock": (errno.EOPNOTSUPP, ("lsm=",))}
    ),
    "Landlock used up": Expected("limits-only", {"landlock": (errno.E2BIG, ("16 layers",))}),
    "old kernel": Expected(
        "limits-only",
        {"landlock": (errno.ENOSYS, ("Linux 5.13",)), "seccomp": (errno.EINVAL, ("Linux 5.5",))},
    ),
    "no cgroup": Expected(
        "full", {"cgroup": (None, ("systemd-run --user --scope -p Delegate=yes",))}
    ),
    "WSL2": Expected(
        "full",
        {"cgroup": (None, ("/etc/wsl.conf", "systemd-run --user --scope -p Delegate=yes"))},
    ),
    "old WSL2": Expected("limits-only", {"landlock": (errno.ENOSYS, ("wsl --update",))}),
    "macOS": Expected(
        "limits-only",
        dict.fromkeys(
            ("namespaces", "landlock", "seccomp", "cgroup", "cpu clock"),
            (None, ("for your own code", "Linux virtual machine")),
        ),
    ),
}


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
        pytest.param(name, marks=[pytest.mark.needs("root")] if HOSTS_OF[name].powerless else ())
        for name in HOSTS
    ]


def test_every_simulated_host_is_tried() -> None:
    """None is left out by a slip of the name."""
    assert set(HOSTS) == set(HOSTS_OF)


@pytest.mark.parametrize("name", _hosts())
def test_the_doctor_says_what_is_missing_and_what_to_do(name: str, tmp_path: Path) -> None:
    """The tier that is left, the errno at the step that failed, and advice for that very host."""
    said, expected = doctor(name, tmp_path), HOSTS[name]
    assert said["tier"] == expected.tier
    layers = {layer["name"]: layer for layer in said["layers"]}
    for layer, (number, words) in expected.missing.items():
        assert layers[layer]["available"] is False, layer
        assert layers[layer]["errno"] == number
        assert layers[layer]["step"]
        assert layers[layer]["detail"] not in layers[layer]["step"]
        assert layers[layer]["lost"]
        assert [word for word in words if word not in layers[layer]["mend"]] == []
        assert [word for word in expected.never if word in layers[layer]["mend"]] == []
    # Whatever else this machine lacks, it lacks without the pretence too: an ordinary user's
    # cgroup. Nothing that works may be called missing.
    others = {layer for layer in layers if layers[layer]["available"] is not True} - {"cgroup"}
    assert others == set(expected.missing) - {"cgroup"}


#: Finds the strongest tier there, and prints it with what is missing.
STRONGEST = """
import sys
from pathlib import Path
from judge.languages import PYTHON_GUEST
from sandbox import Policy, Tier, strongest
from tests.sandbox.hosts import HOSTS, become

become(HOSTS[sys.argv[1]], Path(sys.argv[2]))
with strongest(Policy(Tier.FULL), PYTHON_GUEST) as sandbox:
    print(sandbox.tier, *sandbox.missing)
"""


def test_a_tier_that_too_few_processes_cost_is_said_to(tmp_path: Path) -> None:
    """Else a report would look like that of a host without namespaces."""
    for name, said in (("few processes", True), ("user namespaces off", False)):
        command = [sys.executable, "-c", STRONGEST, name, str(tmp_path)]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
        )
        tier, *missing = done.stdout.split()
        assert tier == "landlock"
        assert ("processes" in missing) is said


def test_an_error_for_want_of_processes_says_what_to_raise() -> None:
    """It is met in the middle of a run too, where no doctor is asked."""
    assert "`ulimit -u`" in str(SandboxError("start a program", errno=errno.EAGAIN))
    assert "ulimit" not in str(SandboxError("start a program", errno=errno.EPERM))


def fact(name: str, said: dict[str, Any]) -> dict[str, Any]:
    """Return one fact of what the doctor said."""
    [found] = [row for row in said["facts"] if row["name"] == name]
    return dict(found)


def test_swap_without_a_cgroup_is_said_to_hide_from_the_peak(tmp_path: Path) -> None:
    """The resident peak, all there is then, knows nothing of pages that were swapped out."""
    said = doctor("no cgroup", tmp_path)
    assert fact("cgroup version", said)["value"] is None
    assert fact("swap", said)["value"] == "on"
    assert "missing from the resident peak" in fact("swap", said)["note"]


WINDOWS = "import sys; sys.platform = 'win32'; import judge.cli.main"


def test_windows_is_sent_to_wsl2() -> None:
    """Before anything of POSIX is imported; no traceback."""
    command = [sys.executable, "-c", WINDOWS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "WSL2" in done.stderr
    assert "Traceback" not in done.stderr
