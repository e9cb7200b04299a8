"""Imports go one way; the table in ARCHITECTURE.md is this one."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

#: Module -> the modules of ours it may import. Order: as a submission flows.
STEPS = [
    "errors",
    "draining",
    "interface",
    "verdict",
    "particulars",
    "report",
    "events",
    "submission",
    "parsing",
    "declared",
    "manifest",
    "keeping",
    "vouched",
    "examining",
    "problem",
    "catalog",
    "values",
    "equality",
    "sentences",
    "calls",
    "checking",
    "batches",
    "cases",
    "shrinking",
    "drawing",
    "ahead",
    "searching",
    "corpus",
    "settings",
    "store",
    "queue",
    "limits",
    "playing",
    "deciding",
    "budget",
    "data",
    "sandboxes",
    "preparing",
    "second_look",
    "growth",
    "timing",
    "counterexample",
    "seen",
    "beside",
    "corpus_run",
    "reporting",
    "judging",
    "benching",
    "pytest_parts",
    "pytest_values",
    "replaying",
    "verifying",
    "margins",
    "corpora",
    "mutations",
    "mutating",
    "strength",
]


def modules(folder: str) -> dict[str, Path]:
    """Return the dotted names of all modules below a folder."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): path
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "_packages" not in path.parts
    }


def imported(path: Path) -> set[str]:
    """Return every dotted name that a file imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("name", sorted(modules("sandbox")))
def test_the_sandbox_knows_nothing_of_the_judge(name: str) -> None:
    """sandbox/ imports the standard library and itself; a site package would slow every start."""
    roots = {found.partition(".")[0] for found in imported(modules("sandbox")[name])}
    vendored = {"timeout_decorator", "sortedcontainers"} if ".guest." in name else set()
    known = set(__import__("sys").stdlib_module_names) | {"sandbox"} | vendored
    assert roots <= known, roots - known


@pytest.mark.parametrize("name", sorted(modules("judge")))
def test_the_judge_uses_public_names_of_the_sandbox(name: str) -> None:
    """Kernel mechanisms stay behind `sandbox` and its decoder of answers."""
    ours = {found for found in imported(modules("judge")[name]) if found.startswith("sandbox.")}
    public = {f"sandbox.{n}" for n in _all_of(ROOT / "sandbox/__init__.py")}
    allowed = {found for found in ours if found.startswith("judge.values.replies")} | public
    assert ours <= allowed, ours - allowed


def _all_of(path: Path) -> list[str]:
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            return list(ast.literal_eval(node.value))
    raise AssertionError(f"{path} has no __all__")


@pytest.mark.parametrize("step", STEPS)
def test_a_step_imports_only_steps_before_it(step: str) -> None:
    """Data flows down the list, imports flow up it, and no step knows a front-end."""
    before = set(STEPS[: STEPS.index(step)])
    for path in files_of(step):
        for found in imported(path):
            parts = found.split(".")
            if parts[0] == "judge" and len(parts) > 1 and parts[1] not in ("__version__", step):
                assert parts[1] in before, f"{step} imports {found}"


def files_of(step: str) -> list[Path]:
    """Return the file of a step, or the files of a step that is a folder."""
    folder, path = ROOT / "judge" / step, ROOT / "judge" / f"{step}.py"
    found = sorted(folder.glob("*.py")) if folder.is_dir() else [path]
    assert all(path.is_file() for path in found), f"{step} is in the table and not in the tree"
    return found


def test_every_module_of_the_judge_is_in_the_table() -> None:
    """A new module takes its place in the flow, or is a front-end, or a shipped fake."""
    top = {path.stem for path in (ROOT / "judge").glob("*.py")}
    folders = {path.parent.name for path in (ROOT / "judge").glob("*/__init__.py")}
    assert top | folders == set(STEPS) | {"__init__", "__main__", "testing", "frontends", "service"}


def test_the_service_knows_nothing_of_the_command_line() -> None:
    """And that starts the service, and finds its token, and knows no more of it."""
    every = modules("judge")
    for name, path in every.items():
        found = {n for n in imported(path) if n in every}
        if name.startswith("judge.service."):
            assert not {n for n in found if n.startswith("judge.cli.")}, name
        elif name.startswith("judge.cli."):
            used = {n for n in found if n.startswith("judge.service.")}
            assert used <= {"judge.service.server", "judge.service.local_token"}, name


def test_only_drawing_knows_hypothesis() -> None:
    """Its import costs more than judging a small submission."""
    users = {n for n, p in modules("judge").items() if any(
        f.partition(".")[0] == "hypothesis" for f in imported(p))}  # fmt: skip
    assert users <= {"judge.problems.sampling"}


@pytest.mark.parametrize("folder", ["problems", "solutions"])
def test_packages_import_nothing_of_ours(folder: str) -> None:
    """A problem is a folder, not a plug-in."""
    for name, path in modules(folder).items():
        if path.parent.name == "does_not_load":
            continue
        roots = {found.partition(".")[0] for found in imported(path)}
        assert not roots & {"judge", "sandbox"}, name
