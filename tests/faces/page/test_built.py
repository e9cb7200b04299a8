"""The page's files: made from web/, with no place where a text becomes markup or a program."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
WEB = ROOT / "web"
BUILT = ROOT / "judge" / "service" / "page"
SOURCES = sorted(path for path in (WEB / "src").rglob("*") if path.is_file())
SINKS = re.compile(
    r"innerHTML|outerHTML|insertAdjacent|document\.write|dangerouslySet|srcdoc|\beval\("
    r"|new Function|createContextualFragment|DOMParser|setHTML|javascript:"
)
FIRST_LOAD = ("index.html", "app.css", "app.js", "vendor.js")
MOST_BYTES = 220_000


@pytest.mark.needs("web")
def test_the_committed_page_is_what_its_sources_make(tmp_path: Path) -> None:
    """From a copy elsewhere: the same bytes, and no type is wrong."""
    copy = tmp_path / "web"
    shutil.copytree(WEB, copy, ignore=shutil.ignore_patterns("node_modules"))
    (copy / "node_modules").symlink_to(WEB / "node_modules")
    out = tmp_path / "page"
    subprocess.run(["node", copy / "build.mjs", out], check=True)
    assert {file.name: file.read_bytes() for file in out.iterdir()} == {
        file.name: file.read_bytes() for file in BUILT.iterdir()
    }


def test_no_text_becomes_markup_or_a_program() -> None:
    """In our own sources; the browser's policy holds for what others wrote."""
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path in SOURCES
        for hit in SINKS.finditer(path.read_text())
    ]
    assert found == []


def test_dark_is_light_in_other_colours() -> None:
    """So what axe finds of anything else in the light holds in the dark too (test_everybody)."""
    texts = [path.read_text() for path in SOURCES]
    assert [text for text in texts if "prefers-color-scheme" in text] == []
    rules = [rule for text in texts for rule in re.findall(r"\[data-theme=.*?\}", text, re.DOTALL)]
    assert sorted(rules) == [
        f'[data-theme="{name}"] {{ color-scheme: {name}; }}' for name in ("dark", "light")
    ]


def test_the_first_load_is_small() -> None:
    """Compressed as a proxy does it; the rest is fetched when it is first used."""
    sizes = {name: len(gzip.compress((BUILT / name).read_bytes(), 9)) for name in FIRST_LOAD}
    assert sum(sizes.values()) <= MOST_BYTES, sizes


def test_the_lock_names_no_registry() -> None:
    """Each archive has its checksum, and every version is pinned."""
    text = (WEB / "package-lock.json").read_text()
    assert '"integrity": "sha512-' in text
    assert '"resolved"' not in text
    package = json.loads((WEB / "package.json").read_text())
    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())


def test_the_page_names_nothing_of_elsewhere() -> None:
    """No file is loaded from another host, and all of them are named in the document's folder."""
    document = (BUILT / "index.html").read_text()
    loaded = re.findall(r'(?:src|href)="([^"]+)"', document)
    assert all(
        name == "data:," or (BUILT / name.removeprefix("/static/")).is_file() for name in loaded
    )
