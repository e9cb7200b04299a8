"""The lock files and the wheel: what people get who install the judge instead of cloning it."""

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from judge.faces import EXTRAS

ROOT = Path(__file__).resolve().parent.parent
LOCKS = [
    ROOT / "requirements" / f"{name}.txt" for name in ("build", "everything", "faces", "cluster")
]
#: What ./run does not install, but .ci/run does: large, and for the tests of some parts.
APART = LOCKS[2:]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
OPTIONAL = PROJECT["project"]["optional-dependencies"]
LEFTOVERS = {"__pycache__", ".hypothesis"}
PROBLEMS = sorted(path.parent.name for path in (ROOT / "problems").glob("*/problem.toml"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_holds_a_hash_for_every_archive(lock: Path) -> None:
    """An archive that was swapped on its way is refused."""
    pins = _pins(lock)
    assert pins
    assert all(re.fullmatch(r"[0-9a-f]{64}", one) for hashes in pins.values() for one in hashes)
    assert all(pins.values())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_address(lock: Path) -> None:
    """Whoever has a registry of their own uses the same lock."""
    assert (
        re.findall(r"://|--index|--find-links|\w\.(?:org|com|net|io|dev)\b", lock.read_text()) == []
    )


def test_build_backends_are_locked_at_the_same_versions() -> None:
    """What is installed first is not replaced a moment later."""
    build, everything, *_ = map(_pins, LOCKS)
    assert {"hatchling", "setuptools"} <= {pin.partition("==")[0] for pin in build}
    assert build.items() <= everything.items()


@pytest.mark.parametrize("lock", APART, ids=lambda lock: lock.stem)
def test_what_is_installed_apart_replaces_nothing(lock: Path) -> None:
    """It is installed into the same environment, after everything else."""
    everything = _pins(LOCKS[1])
    shared = {pin.partition("==")[0] for pin in everything}
    assert {pin for pin in _pins(lock) if pin.partition("==")[0] in shared} <= set(everything)


def test_every_dependency_is_locked() -> None:
    """A dependency added to pyproject.toml and not to the lock would be missing in a clone."""
    groups, extras = dict(PROJECT["dependency-groups"]), dict(OPTIONAL)
    faces = _names(groups.pop("faces"))
    cluster = _names([*groups.pop("cluster"), *extras.pop("cluster"), *extras.pop("otel")])
    lists = (PROJECT["project"]["dependencies"], *extras.values(), *groups.values())
    wanted = _names(one for group in lists for one in group)
    _, everything, *apart = ({pin.partition("==")[0] for pin in _pins(lock)} for lock in LOCKS)
    assert wanted - {"judge"} <= everything
    assert faces <= apart[0]
    assert cluster - {"judge"} <= apart[1]


def _names(requirements: Iterable[str]) -> set[str]:
    return {re.split(r"[<>=~! \[]", requirement)[0] for requirement in requirements}


#: A distribution whose module has another name.
MODULES = {
    "markdown_it_py": "markdown_it",
    "nats_py": "nats",
    "opentelemetry_exporter_otlp_proto_http": "opentelemetry",
    "opentelemetry_sdk": "opentelemetry",
}


def _modules(requirements: Iterable[str]) -> set[str]:
    """Return the modules that distributions bring."""
    names = {name.replace("-", "_") for name in _names(requirements)}
    return {MODULES.get(name, name) for name in names}


def test_every_extra_is_in_all_and_its_modules_are_known() -> None:
    """A command whose extra is missing names it; `all` is what one machine can use."""
    of_clusters = {"cluster", "otel"}
    assert {f"judge[{extra}]" for extra in EXTRAS.keys() - of_clusters} == set(OPTIONAL["all"])
    assert EXTRAS.keys() | {"all"} == OPTIONAL.keys()
    for extra, modules in EXTRAS.items():
        brought = _modules(OPTIONAL[extra]) - {"judge"}
        assert brought == set(modules.split()) - BROUGHT_ALONG


#: Imported by the service, and brought by FastAPI.
BROUGHT_ALONG = {"starlette"}


def test_a_module_imports_what_its_installation_brings() -> None:
    """Only the rooms of an extra's front-end import what it brings; what none brings, no module."""
    core = _modules(PROJECT["project"]["dependencies"])
    # The other halves of pytest and of pydantic.
    core |= {"judge", "sandbox", "_pytest", "pydantic_core", "_typeshed", *sys.stdlib_module_names}
    service = core | set(EXTRAS["service"].split())
    editors = core | set(EXTRAS["lsp"].split())
    for path in (path for room in ("judge", "sandbox") for path in (ROOT / room).rglob("*.py")):
        place = path.relative_to(ROOT)
        serves = {"service", "storage"} & set(place.parts[:2])
        brought = core | set(EXTRAS["plot"].split() if place == PNG else ())
        brought = service | set(EXTRAS["cluster"].split()) if serves else brought
        brought = editors if place.parts[:2] == ("judge", "lsp") else brought
        brought = core | set(EXTRAS["otel"].split()) if place.parts[1] == "tracing" else brought
        assert _imported(path) <= brought, path


def test_an_installation_brings_nothing_that_is_not_used() -> None:
    """What nobody imports is more to fetch, to trust and to renew."""
    wanted = _modules(PROJECT["project"]["dependencies"])
    for extra in EXTRAS:
        if extra != "lsp" or (ROOT / "judge" / "lsp").is_dir():
            wanted |= _modules(OPTIONAL[extra])
    files = [path for room in ("judge", "sandbox") for path in (ROOT / room).rglob("*.py")]
    used = set().union(*map(_imported, files))
    assert wanted - used == FOR_PROGRAMS | STARTED | DRIVERS


#: Shown to the programs in the sandbox, which import them by their paths.
FOR_PROGRAMS = {"sortedcontainers", "timeout_decorator"}
#: Imported by SQLAlchemy, by its name in the address of a store.
DRIVERS = {"psycopg"}
#: Programs that the judge starts, and imports nothing of.
STARTED = {"ruff"}
PNG = Path("judge/cli/render/png.py")


def _imported(path: Path) -> set[str]:
    """Return the top-level names that a file imports, inside functions too."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    named = [node.module for node in nodes if isinstance(node, ast.ImportFrom) and not node.level]
    return {name.partition(".")[0] for name in (*plain, *named) if name}


def _pins(lock: Path) -> dict[str, list[str]]:
    entries = lock.read_text().replace("\\\n", " ").splitlines()
    return {entry.split()[0]: re.findall(r"--hash=sha256:(\S+)", entry) for entry in entries}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """Build the wheel as pip does for a user, with the environment's own build backend.

    Corpora that other tests have made are taken; the rest is made here.
    """
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [*PIP, "wheel", *OFFLINE, "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)],
        check=True,
        env={**os.environ, "JUDGE_BUILT_CORPORA": str(cache)},
    )
    (built,) = folder.glob("*.whl")
    return built


PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
OFFLINE = ["--no-index", "--no-deps"]


@pytest.fixture(scope="module")
def members(wheel: Path) -> list[str]:
    """List what the wheel holds."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_only_two_packages_land_in_site_packages(members: list[str]) -> None:
    """`problems` and `solutions` are anybody's names and stay inside the judge's package."""
    tops = {member.split("/")[0] for member in members}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"judge", "sandbox"}


def test_the_wheel_says_that_it_is_typed_and_how_it_is_licensed(members: list[str]) -> None:
    """Type checkers of whoever builds on the judge see its annotations."""
    assert {"judge/py.typed", "sandbox/py.typed"} <= set(members)
    assert any(member.endswith(".dist-info/licenses/LICENSE") for member in members)


@pytest.mark.parametrize("folder", ["problems", "solutions"])
def test_the_wheel_carries_every_file_of_the_packages(folder: str, members: list[str]) -> None:
    """An installed judge has the problems of the checkout, and no leftovers of it."""
    here = {
        f"judge/_packages/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not LEFTOVERS & set(path.parts)
    }
    there = {member for member in members if member.startswith(f"judge/_packages/{folder}/")}
    assert here
    assert there == here


def test_the_wheel_carries_what_practice_reads(members: list[str]) -> None:
    """The plan and the written questions are data beside the code."""
    here = {str(path.relative_to(ROOT)) for path in (ROOT / "judge/practice").rglob("*.toml")}
    assert len(here) == 4
    assert here <= set(members)


def test_an_installed_judge_lists_its_problems_from_any_folder(installed: Path) -> None:
    """`judge list` needs nothing of the checkout."""
    listed = _outside(installed, "judge", "list")
    assert PROBLEMS
    assert all(slug in listed for slug in PROBLEMS)


def test_an_installed_judge_needs_nothing_of_the_checkout(installed: Path) -> None:
    """Texts, hints, completion and a starter that plays, with `judge` alone on PATH."""
    assert "Constraints" in _outside(installed, "judge", "show", "lca")
    assert "Pitfalls" in _outside(installed, "judge", "editorial", "lca", "--yes")
    assert _outside(installed, "judge", "hint", "lca").startswith("Hint 1 of ")
    assert _outside(installed, "judge", "hint", "lca").startswith("Hint 2 of ")
    assert "_JUDGE_COMPLETE=bash_complete" in _outside(installed, "judge", "completion", "bash")
    assert "submit lca lca.py" in _outside(installed, "judge", "start", "lca")
    assert "A good answer covers" in _outside(installed, "judge", "question", "cap", "--show")
    assert "Not begun yet" in _outside(installed, "judge", "plan")


def test_the_readme_installs_what_there_is() -> None:
    """By uv and by pipx, with an extra that is there, and the script of that name."""
    readme = (ROOT / "README.md").read_text()
    for command in ("uv tool install '.[all]'", "pipx install '.[all]'"):
        assert f"\n{command}\n" in readme
    assert "all" in OPTIONAL
    assert PROJECT["project"]["scripts"] == {"judge": "judge.__main__:main"}


def test_an_installed_judge_has_a_corpus_for_every_problem(installed: Path) -> None:
    """The first submission after an installation does not wait for a corpus."""
    assert _outside(installed, "python", "-c", READ_CORPORA).split() == PROBLEMS


@pytest.mark.needs("full")
def test_an_installed_judge_judges_with_the_corpora_it_brings(installed: Path) -> None:
    """From a folder of no clone, without making the tests first."""
    shutil.copy(ROOT / "examples" / "lca.py", installed.parent / "work" / "mine.py")
    shown = _outside(installed, "judge", "submit", "lca", "mine.py", "--no-timing")
    assert shown.startswith("AC accepted")
    assert not list((installed.parent / "work").rglob("*.corpus"))


@pytest.mark.needs("full", "chromium")
def test_an_installed_judge_has_the_page(installed: Path) -> None:
    """Two commands, offline: on the problem, signed in, every file from this very server."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is installed

    work = installed.parent / "work"
    environment = {"PATH": os.defpath, "HOME": str(work), "JUDGE_HISTORY": "off"}
    command = [str(installed / "bin" / "judge"), "serve", "--port", "0"]
    with (
        subprocess.Popen(
            command, cwd=work, env=environment, stderr=subprocess.PIPE, text=True
        ) as server,
        sync_playwright() as playwright,
    ):
        assert server.stderr is not None
        said = [server.stderr.readline() for _ in range(4)]
        assert "Ctrl-C" in said[-1], said
        address = _outside(installed, "judge", "open", "lca", "--print").strip()
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        page = browser.new_page()
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        page.goto(address)
        page.wait_for_selector(".cm-content", timeout=120_000)
        assert "Lowest common ancestor" in page.inner_text("article")
        origin = address.partition("/login")[0]
        assert [url for url in asked if not url.startswith((f"{origin}/", "data:"))] == []
        browser.close()
        server.send_signal(signal.SIGINT)
        server.stderr.read()


CHROMIUM = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]


READ_CORPORA = """
from pathlib import Path
from judge import problems
assert Path(problems.__file__).is_relative_to(Path.cwd().parent / "empty"), problems
catalog = problems.default_catalog()
for slug in sorted(catalog.slugs()):
    problem = catalog.get(slug)
    corpus = problems.load_corpus(problems.shipped_corpus_path(problem), problem)
    assert corpus is not None and corpus.cases, slug
    print(slug)
"""


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an empty environment, which borrows its dependencies from this one.

    Nothing of the checkout is borrowed: a .pth file that is read through another is not followed,
    so the link of this environment to the checkout stays behind.
    """
    folder = tmp_path_factory.mktemp("installed")
    environment = folder / "empty"
    venv.create(environment, with_pip=False, symlinks=True)
    python = str(environment / "bin" / "python")
    subprocess.run([*PIP, "--python", python, "install", *OFFLINE, str(wheel)], check=True)
    (site,) = environment.glob("lib/python*/site-packages")
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    (folder / "work").mkdir()
    return environment


def _outside(environment: Path, program: str, *arguments: str) -> str:
    work = environment.parent / "work"
    result = subprocess.run(
        [str(environment / "bin" / program), *arguments],
        cwd=work,
        env={"PATH": os.defpath, "HOME": str(work), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("raise OSError('no room for a corpus')", "no room for a corpus"),
        ("return", "wrote no corpus into the wheel"),
    ],
)
def test_a_wheel_without_its_corpora_is_not_built(
    tmp_path: Path, body: str, complaint: str
) -> None:
    """A fault of the corpus builder ends the build, and leaves no wheel and no temporary file."""
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "tmp").mkdir()
    (tmp_path / "judge").mkdir()
    (tmp_path / "judge" / "__init__.py").touch()
    (tmp_path / "judge" / "authoring.py").write_text(f"def build_all(target):\n    {body}\n")
    result = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"],
        cwd=tmp_path,
        env={"PATH": os.defpath, "TMPDIR": str(tmp_path / "tmp")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode != 0
    assert complaint in result.stderr
    assert list(tmp_path.rglob("*.whl")) == []
    assert list((tmp_path / "tmp").iterdir()) == []
