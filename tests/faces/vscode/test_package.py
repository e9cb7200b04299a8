"""What the extension declares, and the vsix that is made of it."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.faces.vscode.workbench import EXTENSION, HERE

PACKAGE = json.loads((EXTENSION / "package.json").read_text())
SETTINGS = PACKAGE["contributes"]["configuration"]["properties"]
KEYS = PACKAGE["contributes"]["keybindings"]


def test_pitfall_13_run_and_submit_have_the_usual_keys() -> None:
    """Those of LeetCode and of the judge's page, in files of problems alone."""
    keys = {one["command"]: (one["key"], one["mac"], one["when"]) for one in KEYS}
    when = "editorTextFocus && judge.isProblem"
    assert keys["judge.submit"] == ("ctrl+enter", "cmd+enter", when)
    assert keys["judge.run"] == ("ctrl+'", "cmd+'", when)


def test_pitfall_14_no_key_is_one_that_types() -> None:
    """Ctrl-Alt and a letter or digit is AltGr on many keyboards: `@`, `[`."""
    for one in KEYS:
        for key in (one["key"], one["mac"]):
            assert not {"ctrl", "alt"} <= {*key.split("+")}


def test_no_folder_chooses_server_or_command() -> None:
    """Every setting is the machine's or concerns looks alone; nothing runs untrusted."""
    assert {name for name, one in SETTINGS.items() if one.get("scope") != "machine"} == {
        "judge.width"
    }
    assert PACKAGE["capabilities"]["untrustedWorkspaces"]["supported"] is False


def test_one_bundle_for_window_and_browser() -> None:
    assert PACKAGE["main"] == PACKAGE["browser"]
    for file in (EXTENSION / "src").glob("*.ts"):
        for module in re.findall(r'from "([^"]+)"', file.read_text()):
            assert module == "vscode" or module.startswith("./"), file.name


@pytest.mark.parametrize("folder", [EXTENSION, HERE])
def test_locks_name_no_registry(folder: Path) -> None:
    """Each archive has its checksum, and where it lies is the client's affair."""
    text = (folder / "package-lock.json").read_text()
    assert '"integrity": "sha512-' in text
    assert '"resolved"' not in text
    wanted = json.loads((folder / "package.json").read_text())["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())


@pytest.mark.needs("vscode")
def test_the_vsix_has_the_same_bytes_twice(vsix: Path, tmp_path: Path) -> None:
    """Made anew elsewhere, at another time, from a copy of the sources."""
    again = tmp_path / "elsewhere" / "editors" / "vscode"
    shutil.copytree(EXTENSION, again, ignore=shutil.ignore_patterns("node_modules", "dist"))
    shutil.copy(EXTENSION.parents[1] / "LICENSE", again.parents[1])
    (again / "node_modules").symlink_to(EXTENSION / "node_modules")
    out = tmp_path / "again.vsix"
    subprocess.run([sys.executable, again / "build.py", out], check=True)
    assert out.read_bytes() == vsix.read_bytes()


@pytest.mark.needs("vscode")
def test_the_vsix_is_what_vs_code_reads(vsix: Path) -> None:
    """Both descriptions agree, and every file they name is in it."""
    with zipfile.ZipFile(vsix) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        package = json.loads(archive.read("extension/package.json"))
        manifest = ET.fromstring(archive.read("extension.vsixmanifest"))  # noqa: S314 - our own
        ET.fromstring(archive.read("[Content_Types].xml"))  # noqa: S314 - likewise
    space = {"v": "http://schemas.microsoft.com/developer/vsx-schema/2011"}
    identity = manifest.find("v:Metadata/v:Identity", space)
    assert identity is not None
    assert (identity.get("Id"), identity.get("Version")) == (package["name"], package["version"])
    assets = [one.get("Path") for one in manifest.findall("v:Assets/v:Asset", space)]
    icon = package["contributes"]["viewsContainers"]["activitybar"][0]["icon"]
    wanted = [*assets, *(f"extension/{one}" for one in (icon, "dist/extension.js"))]
    assert set(wanted) <= set(names)
    assert not [name for name in names if "node_modules" in name]
