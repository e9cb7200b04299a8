"""The container of weakened sandboxes harms nothing of the host, wherever the checkout lies."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.security import vault

pytestmark = pytest.mark.needs("linux", "full")

#: Enters the container with a folder of no worth as the checkout, soils it, and clears it.
INSIDE = """
import os, sys
from pathlib import Path
from tests.security import vault

vault.ROOT = Path(sys.argv[1])
vault._enter(Path(sys.argv[2]))
try:
    (vault.ROOT / "new").touch()
except OSError as error:
    print(error.strerror)
(vault.ROOT.parent / "beside").touch()
Path("/tmp/elsewhere").mkdir()
os.rename(vault.ROOT.parent, "/tmp/renamed")
vault.clear()
print(sorted(str(path) for path in Path("/tmp/renamed").rglob("*")))
print(Path("/tmp/elsewhere").exists())
"""


def test_a_checkout_below_tmp_is_neither_written_nor_emptied(tmp_path: Path) -> None:
    """The container has a /tmp of its own, and only what lies in that is removed."""
    for name in ("etc", "power"):
        (tmp_path / name).mkdir()
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        checkout = Path(folder, "checkout")
        (checkout / "deep").mkdir(parents=True)
        (checkout / "deep" / "file").write_text("kept")
        for path in (checkout, *checkout.rglob("*")):
            path.chmod(0o777)  # its owner is not what protects it
        done = subprocess.run(
            [sys.executable, "-B", "-c", INSIDE, str(checkout), str(tmp_path)],
            cwd=vault.ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (checkout / "deep" / "file").read_text() == "kept"
        assert sorted(path.name for path in checkout.rglob("*")) == ["deep", "file"]
    refused, left, other = done.stdout.splitlines() or [done.stderr] * 3
    assert refused == "Read-only file system"
    at = "/tmp/renamed/checkout"  # noqa: S108 - in the container
    assert left == str([at, f"{at}/deep", f"{at}/deep/file"])
    assert other == "False"


def test_only_the_first_process_of_a_container_clears_it() -> None:
    """A call by mistake would end every process of the user."""
    with pytest.raises(RuntimeError, match="first process"):
        vault.clear()
