"""The plan of the house: rooms on floors, imports that only go down, faces that cost nothing.

A room is a package of judge/, its face is its `__init__`; ARCHITECTURE.md says what each is for.
"""

import ast
import functools
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import sandbox

ROOT = Path(__file__).resolve().parents[1]
JUDGE = ROOT / "judge"
GUEST = JUDGE / "languages" / "python" / "guest"
SQL_GUEST = JUDGE / "languages" / "sql" / "guest"
AUTHOR_GUEST = JUDGE / "problems" / "author" / "guest"
GUESTS = {GUEST, SQL_GUEST, AUTHOR_GUEST}
#: What a submission may import beside the standard library, and so its guest.
VENDORED = {"timeout_decorator", "sortedcontainers"}
#: What takes longer to import than a small submission takes to be judged.
HEAVY = {
    "alembic",
    "fastapi",
    "fsrs",
    "hypothesis",
    "opentelemetry",
    "pydantic",
    "rich",
    "sqlalchemy",
}
LATE_IMPORTS = 25

#: Files, and the settings, that every room may import. Each imports only the sandbox and what is
#: before it.
HALL = [
    "records",
    "errors",
    "faces",
    "cache",
    "verdict",
    "notes",
    "submission",
    "settings",
    "events",
]
#: Room -> the rooms before it, or the sandbox, that it may import; "..." stands for all of them.
FLOORS = {
    "values": "",
    "reduction": "values",
    "languages": "sandbox values",
    "kinds": "values reduction languages",
    "problems": "sandbox values reduction languages kinds",
    "execution": "sandbox values languages kinds problems",
    "judging": "...",
    "measurement": "...",
    "reports": "...",
    "pipeline": "...",
    "tracing": "",
    "storage": "",
    "practice": "...",
    "alike": "...",
    "authoring": "...",
    "__init__": "...",  # `from judge import ...`: the face of the house
    "testing": "...",
    "client": "reports __init__",
    "lsp": "values problems reports client",
    "service": "...",
    "cli": "...",
    "__main__": "...",
}

#: The inner rooms of a large room and the files beside them: each may import those before it.
INNER_FLOORS = {
    "practice": [
        "event",
        "glance",
        "history",
        "carried",
        "recorded",
        "met",
        "past",
        "repeated",
        "evidence",
        "curriculum",
        "repetition",
        "statistics",
        "planning",
        "rounds",
        "criteria",
        "scoring",
        "keeping",
        "__init__",
    ],
    "service": [
        "settings",
        "logs",
        "schemas",
        "workers",
        "presentation",
        "access",
        "histories",
        "submissions",
        "routes",
        "process",
        "worker_main",
        "__init__",
    ],
}


@pytest.mark.parametrize("place", [*HALL, *FLOORS])
def test_imports_go_down_the_floors_and_touch_only_faces(place: str) -> None:
    """So there is no circle either; inside a room modules import each other as they like."""
    before = [*HALL, *FLOORS][: [*HALL, *FLOORS].index(place)]
    named = FLOORS.get(place, "").split()
    below = {"sandbox", *before} if place in HALL or named == ["..."] else {*HALL, *named}
    assert below <= {"sandbox", *before}, "the table is out of order"
    for file, dotted in [(path, one) for path in files_of(place) for one in imports(path)]:
        root, target, name = (*dotted.split(".", 2), "", "")[:3]
        if root == "sandbox" or (root == "judge" and target not in (place, "__version__")):
            room = root if root == "sandbox" else target
            room = room if room in {"sandbox", *HALL, *FLOORS} else "__init__"
            assert room in below, f"{file}: {dotted}: {room} is not below {place}"
            behind = name.partition(".")[0] in modules_of(room)
            assert not behind, f"{file}: {dotted}: that is behind the face of {room}"


@pytest.mark.parametrize(
    ("room", "place"), [(room, place) for room, places in INNER_FLOORS.items() for place in places]
)
def test_imports_go_down_inside_large_rooms_too(room: str, place: str) -> None:
    """Inner rooms have no faces: they are for one another, not for the house."""
    places = INNER_FLOORS[room]
    below = places[: places.index(place)]
    for file in files_of(f"{room}/{place}"):
        used = imports(file)
        if f"judge.{room}" in used:  # its own face
            used = used + [f"judge.{room}.{module}" for module in behind_face(room, file)]
        for dotted in used:
            if dotted.startswith(f"judge.{room}."):
                target = dotted.split(".")[2]
                assert target in (place, *below), f"{file}: {dotted} is not below {place}"


def files_of(place: str) -> list[Path]:
    """Return the files of a room, or the one file of a place that is no folder."""
    folder = JUDGE / place
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [JUDGE / f"{place}.py"]


def modules_of(room: str) -> set[str]:
    """Return the names of a room's own modules and packages."""
    return {path.stem for path in (JUDGE / room).glob("[!_]*")}


@functools.cache
def imports(path: Path) -> list[str]:
    """Return what a file imports as dotted names; relative imports stay in their folder."""
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            found += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += (f"{node.module}.{alias.name}" for alias in node.names)
    return found


def behind_face(room: str, path: Path) -> set[str]:
    """Return the modules behind the names that a file takes from a room's face, quoted or not."""
    home = {name: module for module, names in table_of(room).items() for name in names}
    taken = re.findall(rf"\b{room}\.(\w+)", path.read_text())
    return {home[name] for name in taken if name in home}


SANDBOX_FACE = [
    dotted for dotted in imports(ROOT / "sandbox" / "__init__.py") if dotted.startswith("sandbox.")
]


def test_every_file_and_room_of_the_judge_is_in_the_table() -> None:
    """A new room takes its floor."""
    found = {path.stem for path in JUDGE.glob("*.py")}
    found |= {path.parent.name for path in JUDGE.glob("*/__init__.py")}
    assert found == {*HALL, *FLOORS}
    for room, places in INNER_FLOORS.items():
        found = {path.stem for path in (JUDGE / room).glob("*.py")}
        found |= {path.parent.name for path in (JUDGE / room).glob("*/__init__.py")}
        assert found == {*places}, room


def test_the_command_line_starts_the_service_and_knows_no_more_of_it() -> None:
    """They are two front-ends."""
    used = {module for path in files_of("cli") for module in behind_face("service", path)}
    rooms = {module.partition(".")[0] for module in used}
    assert rooms == {"settings", "process", "presentation"}


def test_faces_of_rooms_import_nothing_that_takes_long() -> None:
    """A module may so import at its top what only some commands need."""
    code = (
        "import importlib, sys\n"
        f"for place in {[*HALL, *FLOORS]!r}:\n"
        "    importlib.import_module(f'judge.{place}')\n"
        f"    assert not (heavy := {HEAVY!r} & set(sys.modules)), f'{{place}} imports {{heavy}}'\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


@pytest.mark.parametrize("room", [room for room in FLOORS if (JUDGE / room).is_dir()])
def test_a_face_gives_the_names_that_type_checkers_see(room: str) -> None:
    """And none of them is a module of the room, which an import would put in the name's place."""
    face = ast.parse((JUDGE / room / "__init__.py").read_bytes())
    typed: dict[str, set[str]] = {}
    for node in (n for branch in face.body if isinstance(branch, ast.If) for n in branch.body):
        if isinstance(node, ast.ImportFrom) and node.module:
            home = typed.setdefault(node.module.removeprefix(f"judge.{room}."), set())
            home |= {alias.asname or alias.name for alias in node.names}
    assert table_of(room) == typed
    assert not modules_of(room) & set().union(*typed.values())


def table_of(room: str) -> dict[str, set[str]]:
    """Return which names a face takes from which module, as it tells `lazy_face`."""
    for node in ast.walk(ast.parse((JUDGE / room / "__init__.py").read_bytes())):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "lazy_face":
            table = ast.literal_eval(node.args[1])
            return {module: set(names.split()) for module, names in table.items()}
    return {}


def test_few_imports_are_inside_functions_and_each_says_why() -> None:
    """A lazy face does the same and leaves the imports where readers look for them."""
    found: set[tuple[Path, int]] = set()
    for path in JUDGE.rglob("*.py"):
        lines = path.read_text().splitlines()
        for function in ast.walk(ast.parse("\n".join(lines))):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                for node in ast.walk(function):
                    if isinstance(node, ast.Import | ast.ImportFrom):
                        found.add((path.relative_to(ROOT), node.lineno))
                        line = lines[node.lineno - 1]
                        assert re.search(r"# noqa: PLC0415\W+\w", line), f"{path}: {line}"
    assert len(found) <= LATE_IMPORTS, sorted(found)


@functools.cache
def modules(*folders: Path) -> dict[str, Path]:
    """Return the modules below folders of this checkout by their dotted names."""
    found = (path for folder in folders for path in folder.rglob("*.py"))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in found}


@pytest.mark.parametrize("name", sorted(modules(ROOT / "sandbox", *GUESTS)))
def test_the_sandbox_knows_nothing_of_the_judge(name: str) -> None:
    """It and its guest import the standard library: a site package would slow every start.

    What suites of tests import is there only in the guest that plays them.
    """
    path = modules(ROOT / "sandbox", *GUESTS)[name]
    guests = {GUEST: {*VENDORED, "_pytest", "hypothesis", "pytest"}, SQL_GUEST: {"apsw"}}
    ours = {"sandbox"}.union(*(named for guest, named in guests.items() if guest in path.parents))
    roots = {found.partition(".")[0] for found in imports(path)}
    assert roots <= set(sys.stdlib_module_names) | ours


@pytest.mark.parametrize("name", sorted(modules(JUDGE)))
def test_the_judge_uses_public_names_of_the_sandbox(name: str) -> None:
    """Kernel mechanisms stay behind `sandbox`; a guest speaks its frames."""
    path = modules(JUDGE)[name]
    public = {f"sandbox.{dotted.rpartition('.')[2]}" for dotted in SANDBOX_FACE}
    if GUESTS & {*path.parents}:
        public = {"sandbox.frames"}
    assert {found for found in imports(path) if found.startswith("sandbox")} <= public


@pytest.mark.parametrize("dotted", SANDBOX_FACE)
def test_the_face_of_the_sandbox_gives_what_it_tells_readers(dotted: str) -> None:
    """It finds a name's module in a table, beside the imports that type checkers read."""
    module, _, name = dotted.rpartition(".")
    assert getattr(sandbox, name) is getattr(import_module(module), name)


def test_only_sampling_knows_hypothesis() -> None:
    """Its import costs more than judging a small submission."""
    users = {
        name
        for name, path in modules(JUDGE).items()
        if any(found.partition(".")[0] == "hypothesis" for found in imports(path))
    }
    # In the guest, where suites of tests are played and nothing else.
    assert users <= {"judge.problems.sampling", "judge.languages.python.guest.suite"}


@pytest.mark.parametrize("folder", ["problems", "solutions"])
def test_packages_import_nothing_of_ours(folder: str) -> None:
    """A problem is a folder, not a plug-in."""
    for name, path in modules(ROOT / folder).items():
        if path.parent.name == "does_not_load":
            continue
        roots = {found.partition(".")[0] for found in imports(path)}
        assert not roots & {"judge", "sandbox"}, name
